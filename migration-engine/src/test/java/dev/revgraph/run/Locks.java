package dev.revgraph.run;

import java.sql.Connection;
import java.sql.SQLException;

/** What another session holds, for tests; in lambdas that throw nothing. */
final class Locks {

    private Locks() {}

    static void take(Connection other, String table) {
        try {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
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
