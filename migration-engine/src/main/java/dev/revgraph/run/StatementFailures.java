package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.graph.Origin;
import dev.revgraph.run.StatementFailedException.FailedStatement;
import dev.revgraph.script.SqlStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Says which statement of a revision failed, where it stands, and what remains of the revision.
 *
 * @param revision for messages
 * @param direction for messages
 * @param origin the file
 * @param after what is said about what stays and what does not
 */
record StatementFailures(String revision, String direction, Origin origin, String after) {

    private static final String GO_ON =
            "Correct the file or the data, then run the command again: it goes on with this revision.";

    /**
     * The server refuses a statement, or is gone.
     *
     * @param number of the statement, counted from 1
     */
    MigrationException of(SQLException failure, SqlStatement statement, int number, int count, Duration took) {
        if (Failures.isConnectionLost(failure)) {
            return LostConnection.anywhere(failure);
        }
        int position =
                serverMessage(failure).map(ServerErrorMessage::getPosition).orElse(0);
        int line = statement.line() + SqlExcerpt.line(statement.text(), position);
        FailedStatement failed = failed(origin.atLine(line), number, statement.text(), position, failure, took);
        return refused(failed, count, after, GO_ON, failure);
    }

    /** The same failure of a statement that had ended transactions itself before, so that a part of its work stays. */
    StatementFailedException halfWay(StatementFailedException failure, int count) {
        FailedStatement failed = failure.statement();
        return refused(
                        failed,
                        count,
                        afterHalf(failed),
                        "Look at what it has done (`repair` shows it). If it may run again as a whole, type `repair --again "
                                + failed.revision() + "`; if you do the rest by hand, `repair --done "
                                + failed.revision() + "`. The next `" + failed.direction() + "` then goes on.",
                        failure.getCause())
                .halfWay();
    }

    /** What stays of a revision that has no transaction, and of a statement that is not one transaction either. */
    static String afterHalf(FailedStatement failed) {
        return "Statement " + failed.number() + " can commit by itself: what it had committed until then stays, and so"
                + " do the statements before it.";
    }

    private static StatementFailedException refused(
            FailedStatement failed, int count, String after, String action, @Nullable Throwable cause) {
        return new StatementFailedException(
                ErrorCode.STATEMENT_FAILED,
                "Revision \"%s\" fails at %s, in statement %d of %d of its %s: %s (SQLSTATE %s). %s"
                        .formatted(
                                failed.revision(),
                                failed.origin(),
                                failed.number(),
                                count,
                                failed.direction(),
                                failed.reason(),
                                failed.sqlState(),
                                after),
                action,
                failed,
                cause);
    }

    /** The statements were accepted, their commit is not: a deferred constraint, or a trigger at the end. */
    StatementFailedException atCommit(SQLException failure) {
        return atCommit(failed(Origin.of(revision), 0, null, 0, failure, Duration.ZERO), failure);
    }

    /** The same for a statement that commits by itself. */
    StatementFailedException atCommit(SqlStatement statement, int number, SQLException failure) {
        return atCommit(
                failed(origin.atLine(statement.line()), number, statement.text(), 0, failure, Duration.ZERO), failure);
    }

    private StatementFailedException atCommit(FailedStatement failed, SQLException failure) {
        return new StatementFailedException(
                ErrorCode.STATEMENT_FAILED,
                "Revision \"%s\" fails at the commit of its %s, as a deferred constraint or trigger does: %s (SQLSTATE %s). %s"
                        .formatted(revision, direction, failed.reason(), failed.sqlState(), after),
                GO_ON,
                failed,
                failure);
    }

    private FailedStatement failed(
            Origin at, int number, @Nullable String text, int position, SQLException failure, Duration took) {
        Optional<ServerErrorMessage> server = serverMessage(failure);
        return new FailedStatement(
                revision,
                direction,
                at,
                number,
                text,
                position,
                failure.getSQLState(),
                Failures.reason(failure),
                server.map(ServerErrorMessage::getDetail).orElse(null),
                server.map(ServerErrorMessage::getHint).orElse(null),
                took);
    }

    private static Optional<ServerErrorMessage> serverMessage(SQLException failure) {
        return failure instanceof PSQLException postgres
                ? Optional.ofNullable(postgres.getServerErrorMessage())
                : Optional.empty();
    }
}
