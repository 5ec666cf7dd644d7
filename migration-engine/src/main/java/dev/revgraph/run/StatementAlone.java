package dev.revgraph.run;

import dev.revgraph.MigrationException;
import dev.revgraph.plan.Aftermath;
import dev.revgraph.script.SqlStatement;
import dev.revgraph.store.Remains;
import dev.revgraph.store.TransactionsBegun;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import org.postgresql.jdbc.PreferQueryMode;
import org.springframework.dao.DataAccessException;

/**
 * Runs a statement that PostgreSQL refuses inside a transaction. The row of the revision says before which statement
 * begins in which server process, and after that it has committed.
 */
final class StatementAlone {

    /** What the mark before the statement fails with if the row is not as it must be. */
    private static final String DIVISION_BY_ZERO = "22012";

    /** Transactions from one question to the next: the statement's, and the next question's. */
    private static final int OF_ONE_STATEMENT = 2;

    /** The same where the mark travels along; what ends its transaction if it fails is one more. */
    private static final int OF_ONE_MESSAGE = 4;

    private final RunContext run;
    private final Work work;
    private final OwnLimits limits;
    private final StatementRunner statements;

    private Remains remains = Remains.NOTHING;

    StatementAlone(RunContext run, Work work, OwnLimits limits, StatementRunner statements) {
        this.run = run;
        this.work = work;
        this.limits = limits;
        this.statements = statements;
    }

    /**
     * Runs and counts one.
     *
     * @param done how many statements have committed before
     * @throws StatementFailedException if it fails
     */
    void run(SqlStatement statement, int done) throws SQLException {
        limits.forSession(statement.text().toUpperCase(Locale.ROOT).contains("CONCURRENTLY"));
        String mark = run.store.progress().markQuery(work.revision(), done, statement.text(), driverPid());
        boolean together = travelsTogether(statement);
        if (!together) {
            asFoundRole(() -> mark(mark, done));
        }
        boolean decidable = Aftermath.of(statement.text()).isDecidable();
        Optional<TransactionsBegun> before =
                decidable ? Optional.empty() : TransactionsBegun.now(run.session.jdbc(), driverPid());
        remains = Remains.IN_DOUBT;
        try {
            // No blank before the statement: pg_stat_activity is to show it as it is on record.
            String ahead = together ? "BEGIN;" + mark + ";COMMIT;" : "";
            statements.runBehind(ahead, statement, done + 1, work.statements().size());
        } catch (InterruptedRunException unsent) {
            remains = Remains.NOTHING;
            throw unsent;
        } catch (StatementFailedException failure) {
            // Whoever cancels does so again and again until he is heard; what follows is not to be cancelled.
            run.interruption.heard();
            if (together) {
                endTransaction(failure);
            }
            remains = decidable ? Remains.OBSTACLES : found(before, together ? OF_ONE_MESSAGE : OF_ONE_STATEMENT);
            throw explained(failure, together, done);
        }
        asFoundRole(() -> count(done));
        remains = Remains.NOTHING;
    }

    /** What there is of the statement that was run last, if it is not counted. */
    Remains remains() {
        return remains;
    }

    private Remains found(Optional<TransactionsBegun> before, int ifItWasOne) {
        return before.filter(then -> then.wereJust(ifItWasOne, run.session.jdbc()))
                        .isPresent()
                ? Remains.NOTHING
                : Remains.IN_DOUBT;
    }

    /** It may be the mark that has failed, if that was in the same message: then the statement was not begun. */
    private MigrationException explained(StatementFailedException failure, boolean together, int done) {
        if (together && isUnmarked(failure, done)) {
            remains = Remains.NOTHING;
            return DIVISION_BY_ZERO.equals(failure.statement().sqlState())
                    ? run.store.progress().notMarked(work.revision())
                    : failure;
        }
        return remains == Remains.IN_DOUBT
                ? statements.failures().halfWay(failure, work.statements().size())
                : failure;
    }

    /** To be cancelled is the fate of the statement, which was through before it came to that. */
    private void count(int done) {
        try {
            run.store.progress().finish(run.session.jdbc(), work.revision(), done, driverPid());
        } catch (DataAccessException failure) {
            if (!run.interruption.caused(failure)) {
                throw failure;
            }
            run.store.progress().finish(run.session.jdbc(), work.revision(), done, driverPid());
        }
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
    private boolean travelsTogether(SqlStatement statement) {
        return !work.changesSession()
                && statement.data() == null
                && run.session.postgres().getPreferQueryMode() == PreferQueryMode.EXTENDED;
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

    private boolean isUnmarked(StatementFailedException failure, int done) {
        try {
            return !isMarked(done);
        } catch (DataAccessException unanswered) {
            failure.addSuppressed(unanswered);
            return false;
        }
    }

    /** If it was the mark that failed, its transaction is still there; the driver knows nothing of it. */
    private void endTransaction(StatementFailedException failure) {
        try (Statement rollback = run.session.connection().createStatement()) {
            rollback.execute("ROLLBACK");
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
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
