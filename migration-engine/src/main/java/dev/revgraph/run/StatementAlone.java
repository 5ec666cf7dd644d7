package dev.revgraph.run;

import dev.revgraph.script.SqlStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Runs a statement that PostgreSQL refuses inside a transaction. The row of the revision says before which statement
 * begins in which server process, and after that it has committed.
 */
final class StatementAlone {

    /** What the mark before the statement fails with if the row is not as it must be. */
    private static final String DIVISION_BY_ZERO = "22012";

    private final RunContext run;
    private final Work work;
    private final OwnLimits limits;
    private final StatementRunner statements;

    StatementAlone(RunContext run, Work work, OwnLimits limits, StatementRunner statements) {
        this.run = run;
        this.work = work;
        this.limits = limits;
        this.statements = statements;
    }

    /**
     * @param done how many statements have committed before
     * @throws StatementFailedException if it fails
     */
    void run(SqlStatement statement, int done) throws SQLException {
        limits.forSession(statement.text().toUpperCase(Locale.ROOT).contains("CONCURRENTLY"));
        String mark = run.store.progress().markQuery(work.revision(), done, statement.text(), driverPid());
        if (travelsTogether()) {
            markAndRun(mark, statement, done);
        } else {
            asFoundRole(() -> mark(mark, done));
            statements.run(statement, done + 1, work.statements().size());
        }
        asFoundRole(() -> run.store.progress().finish(run.session.jdbc(), work.revision(), done, driverPid()));
    }

    /** Without a mark: for what can be done twice. */
    void unrecorded(SqlStatement statement, int number) {
        statements.run(statement, number, work.statements().size());
    }

    /**
     * Behind a pooler two statements may run in two server processes, unless they travel together; and the process on
     * record has to be the one that runs the statement. In the extended protocol a transaction that ends on the way does
     * not become one with what follows.
     */
    private boolean travelsTogether() {
        return !work.changesSession() && run.session.postgres().getPreferQueryMode() == PreferQueryMode.EXTENDED;
    }

    /** No blank before the statement: pg_stat_activity is to show it as it is on record. */
    private void markAndRun(String mark, SqlStatement statement, int done) throws SQLException {
        try {
            statements.runBehind(
                    "BEGIN;" + mark + ";COMMIT;",
                    statement,
                    done + 1,
                    work.statements().size());
        } catch (StatementFailedException failure) {
            endTransaction();
            if (DIVISION_BY_ZERO.equals(failure.statement().sqlState()) && !isMarked(done)) {
                throw run.store.progress().notMarked(work.revision());
            }
            throw failure;
        }
    }

    private void mark(String mark, int done) {
        try (Statement marking = run.session.connection().createStatement()) {
            marking.setEscapeProcessing(false);
            marking.execute(mark);
        } catch (SQLException failure) {
            if (DIVISION_BY_ZERO.equals(failure.getSQLState()) && !isMarked(done)) {
                throw run.store.progress().notMarked(work.revision());
            }
            throw Failures.ofRecords(failure, run.place);
        }
    }

    private boolean isMarked(int done) {
        return run.store.progress().isMarked(run.session.jdbc(), work.revision(), done);
    }

    /** If it was the mark that failed, its transaction is still there; the driver knows nothing of it. */
    private void endTransaction() throws SQLException {
        try (Statement rollback = run.session.connection().createStatement()) {
            rollback.execute("ROLLBACK");
        }
    }

    private int driverPid() {
        return run.session.postgres().getBackendPID();
    }

    private void asFoundRole(Runnable action) {
        if (work.changesSession()) {
            run.asFound.asFoundRole(run.session.jdbc(), action);
        } else {
            action.run();
        }
    }
}
