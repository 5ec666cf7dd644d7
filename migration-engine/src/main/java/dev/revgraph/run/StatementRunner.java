package dev.revgraph.run;

import dev.revgraph.script.CopyData;
import dev.revgraph.script.SqlStatement;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Sends the statements of one revision to the server, one at a time and unchanged, so that a failure belongs to a
 * statement without guessing.
 */
final class StatementRunner {

    private final RunContext run;
    private final String revision;
    private final StatementFailures failures;

    /** @param after what is said after a failure about what stays and what does not */
    StatementRunner(RunContext run, Work work, String after) {
        this.run = run;
        this.revision = work.revision();
        this.failures = new StatementFailures(work.revision(), work.direction(), work.origin(), after);
    }

    /** Says what is wrong where one fails. */
    StatementFailures failures() {
        return failures;
    }

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
        run.interruption.check();
        run.watch.begin(revision);
        long begin = System.nanoTime();
        try {
            CopyData data = statement.data();
            if (data == null) {
                execute(before + statement.text());
            } else {
                copy(statement.text(), data);
            }
        } catch (SQLException failure) {
            throw failures.of(failure, statement, number, count, Duration.ofNanos(System.nanoTime() - begin));
        } finally {
            run.watch.end();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = run.session.connection().createStatement()) {
            // Braces in SQL are SQL, not JDBC escapes.
            statement.setEscapeProcessing(false);
            run.notices.during(statement);
            try {
                statement.execute(sql);
            } finally {
                run.notices.after();
            }
        }
    }

    private void copy(String sql, CopyData data) throws SQLException {
        Runnable listen = () -> run.notices.read(run.session.connection());
        try (CopyReader reader = new CopyReader(data.text(), listen)) {
            run.session.postgres().getCopyAPI().copyIn(sql, reader);
        } catch (IOException impossible) {
            throw new IllegalStateException("Text in memory cannot be read.", impossible);
        } finally {
            listen.run();
        }
    }
}
