package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.RevisionContext;
import dev.revgraph.run.StatementFailedException.FailedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Calls a Java revision, and explains what it throws. */
final class CodeRunner {

    private CodeRunner() {}

    /** @throws StatementFailedException if the revision throws anything that is not a failure of the engine's own */
    static void run(Work work, RevisionContext context, RunContext run, String after) {
        JavaRevision revision = Objects.requireNonNull(work.code()).code();
        run.watch.begin(work.revision());
        try {
            if (work.direction().equals("upgrade")) {
                revision.upgrade(context);
            } else {
                revision.downgrade(context);
            }
        } catch (MigrationException known) {
            throw known;
        } catch (Exception | LinkageError | AssertionError thrown) {
            throw explain(work, run.session, thrown, after);
        } finally {
            run.watch.end();
        }
    }

    static MigrationException explain(Work work, Session session, Throwable thrown, String after) {
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        SQLException sql = Failures.sqlCause(thrown);
        if (sql != null && Failures.isConnectionLost(sql)) {
            return LostConnection.anywhere(thrown);
        }
        FailedStatement failed = statement(work, session, thrown, sql);
        return new StatementFailedException(
                ErrorCode.STATEMENT_FAILED,
                "The %s of Java revision \"%s\" (%s) fails: %s%s. %s"
                        .formatted(
                                work.direction(),
                                work.revision(),
                                failed.origin(),
                                failed.reason(),
                                failed.sqlState() == null ? "" : " (SQLSTATE " + failed.sqlState() + ")",
                                after),
                "Correct the class or the data, then run the command again: it goes on with this revision.",
                failed,
                thrown);
    }

    private static FailedStatement statement(Work work, Session session, Throwable thrown, @Nullable SQLException sql) {
        Optional<RememberingJdbc.Failed> sent = sql == null ? Optional.empty() : session.failed(sql);
        ServerErrorMessage server = sql instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return new FailedStatement(
                work.revision(),
                work.direction(),
                work.origin(),
                0,
                sent.map(RememberingJdbc.Failed::sql).orElse(null),
                sent.isPresent() && server != null ? position(sent.get().sql(), server) : 0,
                sql == null ? null : sql.getSQLState(),
                Failures.reason(thrown),
                server == null ? null : server.getDetail(),
                server == null ? null : server.getHint(),
                sent.map(RememberingJdbc.Failed::took).orElse(Duration.ZERO));
    }

    /** The driver writes $1 for a question mark, and the server counts that: places behind one are not those in the SQL. */
    private static int position(String sql, ServerErrorMessage server) {
        int first = sql.indexOf('?');
        boolean same = first < 0 || server.getPosition() <= sql.codePointCount(0, first);
        return same ? server.getPosition() : 0;
    }
}
