package dev.revgraph.run;

import java.sql.Connection;
import java.sql.SQLException;

/** What another session holds, for tests; in lambdas that throw nothing. */
final class Locks {

    private Locks() {}

    static void take(Connection other, String table) {
        hold(other, "LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
    }

    /** Keeps the transaction of a statement open. */
    static void hold(Connection other, String statement) {
        try {
            other.setAutoCommit(false);
            other.createStatement().execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static void release(Connection other) {
        try {
            other.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
