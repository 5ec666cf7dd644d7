package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.graph.Origin;
import dev.revgraph.run.StatementFailedException.FailedStatement;
import dev.revgraph.script.CopyData;
import dev.revgraph.script.SqlStatement;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Sends the statements of one revision to the server, one at a time and unchanged, so that a failure belongs to a
 * statement without guessing.
 *
 * @param interruption asked before each statement
 * @param revision for messages
 * @param direction for messages
 * @param origin the file
 * @param after what is said after a failure about what stays and what does not
 */
record StatementRunner(
        Session session,
        StatementWatch watch,
        Interruption interruption,
        String revision,
        String direction,
        Origin origin,
        String after) {

    private static final String GO_ON =
            "Correct the file or the data, then run the command again: it goes on with this revision.";

    /** @throws StatementFailedException for the first statement that fails; those after it are not sent */
    void runAll(List<SqlStatement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            run(statements.get(i), i + 1, statements.size());
        }
    }

    /** @param number of the statement, counted from 1 */
    void run(SqlStatement statement, int number, int count) {
        runBehind("", statement, number, count);
    }

    /** @param before what travels to the server ahead of the statement, in the same message; not for COPY */
    void runBehind(String before, SqlStatement statement, int number, int count) {
        interruption.check();
        watch.begin(revision);
        long begin = System.nanoTime();
        try {
            CopyData data = statement.data();
            if (data == null) {
                execute(before + statement.text());
            } else {
                session.postgres().getCopyAPI().copyIn(statement.text(), new CopyReader(data.text()));
            }
        } catch (SQLException failure) {
            throw explain(failure, statement, number, count, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException impossible) {
            throw new IllegalStateException("Text in memory cannot be read.", impossible);
        } finally {
            watch.end();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            // Braces in SQL are SQL, not JDBC escapes.
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private MigrationException explain(
            SQLException failure, SqlStatement statement, int number, int count, Duration took) {
        if (Failures.isConnectionLost(failure.getSQLState())) {
            return LostConnection.anywhere(failure);
        }
        int position =
                serverMessage(failure).map(ServerErrorMessage::getPosition).orElse(0);
        int line = statement.line()
                + FailureText.Caret.at(statement.text().lines().toList(), position)
                        .line();
        FailedStatement failed =
                failed(revision, direction, origin.atLine(line), number, statement.text(), position, failure, took);
        return new StatementFailedException(
                ErrorCode.STATEMENT_FAILED,
                "Revision \"%s\" fails at %s, in statement %d of %d of its %s: %s (SQLSTATE %s). %s"
                        .formatted(
                                revision,
                                failed.origin(),
                                number,
                                count,
                                direction,
                                failed.reason(),
                                failed.sqlState(),
                                after),
                GO_ON,
                failed,
                failure);
    }

    /** The statements were accepted, their commit is not: a deferred constraint, or a trigger at the end. */
    static StatementFailedException atCommit(String revision, String direction, String after, SQLException failure) {
        return atCommit(
                failed(revision, direction, Origin.of(revision), 0, null, 0, failure, Duration.ZERO), after, failure);
    }

    /** The same for a statement that commits by itself. */
    StatementFailedException atCommit(SqlStatement statement, int number, SQLException failure) {
        return atCommit(
                failed(
                        revision,
                        direction,
                        origin.atLine(statement.line()),
                        number,
                        statement.text(),
                        0,
                        failure,
                        Duration.ZERO),
                after,
                failure);
    }

    private static StatementFailedException atCommit(FailedStatement failed, String after, SQLException failure) {
        return new StatementFailedException(
                ErrorCode.STATEMENT_FAILED,
                "Revision \"%s\" fails at the commit of its %s, as a deferred constraint or trigger does: %s (SQLSTATE %s). %s"
                        .formatted(failed.revision(), failed.direction(), failed.reason(), failed.sqlState(), after),
                GO_ON,
                failed,
                failure);
    }

    private static FailedStatement failed(
            String revision,
            String direction,
            Origin origin,
            int number,
            @Nullable String text,
            int position,
            SQLException failure,
            Duration took) {
        Optional<ServerErrorMessage> server = serverMessage(failure);
        return new FailedStatement(
                revision,
                direction,
                origin,
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
