package dev.revgraph.run;

import dev.revgraph.script.SqlStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs a statement of a revision that has no transaction, and counts it, in one transaction of their own: whatever
 * happens, either both took effect or neither. The transaction holds the lock of the work, so that others see that it is
 * under way, and it can only commit if nobody else has gone on with the revision meanwhile.
 */
final class StatementInTransaction {

    private final RunContext run;
    private final Work work;
    private final OwnLimits limits;
    private final StatementRunner statements;

    StatementInTransaction(RunContext run, Work work, OwnLimits limits, StatementRunner statements) {
        this.run = run;
        this.work = work;
        this.limits = limits;
        this.statements = statements;
    }

    /**
     * @param done how many statements have committed before
     * @throws StatementFailedException if it fails; it is rolled back then
     */
    void run(SqlStatement statement, int done) throws SQLException {
        try {
            begin(done);
            statements.run(statement, done + 1, work.statements().size());
            count(done);
            commit(statement, done + 1);
        } catch (SQLException | RuntimeException failure) {
            run.session.rollbackAfter(failure);
            throw failure;
        }
    }

    /** Counts a statement that took effect before. */
    void countAlone(int done) {
        count(done);
    }

    /** A process that was taken for dead may still be in the middle of the same statement. */
    private void begin(int done) throws SQLException {
        String settings = limits.forTransaction();
        String text = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SELECT "
                + run.store.workLock().tryExpression() + (settings.isEmpty() ? "" : ", " + settings);
        while (true) {
            run.session.begin();
            try (Statement statement = run.session.connection().createStatement()) {
                statement.execute(text);
                if (Opening.next(statement).getBoolean(1)) {
                    return;
                }
            }
            run.session.rollback();
            run.patience.nap(
                    () -> "it is still in statement " + (done + 1) + " of revision \"" + work.revision() + "\"");
        }
    }

    /** The role that the statements have taken on need not have rights to the records. */
    private void count(int done) {
        Runnable counting = () -> run.store
                .progress()
                .finish(
                        run.session.jdbc(),
                        work.revision(),
                        done,
                        run.session.postgres().getBackendPID());
        if (work.changesSession()) {
            run.asFound.asFoundRole(run.session.jdbc(), counting);
        } else {
            counting.run();
        }
    }

    /** Deferred constraints speak up only now. */
    private void commit(SqlStatement statement, int number) throws SQLException {
        try {
            run.session.commit();
        } catch (SQLException failure) {
            if (Failures.isConnectionLost(failure)) {
                throw failure;
            }
            throw statements.failures().atCommit(statement, number, failure);
        }
    }
}
