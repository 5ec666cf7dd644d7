package dev.revgraph.run;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Remembers the last statement that failed: what Java code throws may hold the driver's exception, but not the SQL. Passes
 * on what the server says beside its answers.
 */
final class RememberingJdbc extends JdbcTemplate {

    private long began;
    private @Nullable Failed last;
    private @Nullable Notices notices;

    RememberingJdbc(DataSource dataSource) {
        super(dataSource);
        began = System.nanoTime();
    }

    /**
     * A statement that failed.
     *
     * @param sql as the driver got it, with question marks for values
     * @param took how long it ran
     */
    record Failed(SQLException failure, String sql, Duration took) {}

    /** The statement that this is the failure of; nothing if it was not sent from here. */
    Optional<Failed> failed(SQLException failure) {
        Failed failed = last;
        return failed != null && failed.failure() == failure ? Optional.of(failed) : Optional.empty();
    }

    /** What the server says beside its answers goes there from now on. */
    void hear(Notices passedOn) {
        notices = passedOn;
    }

    /** Called whenever a statement has ended, one way or the other. */
    @Override
    protected void handleWarnings(Statement statement) throws SQLException {
        if (notices == null) {
            super.handleWarnings(statement);
        } else {
            notices.read(statement);
        }
    }

    /** Called right before a statement is sent. */
    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        began = System.nanoTime();
    }

    @Override
    protected DataAccessException translateException(String task, @Nullable String sql, SQLException failure) {
        if (sql != null) {
            last = new Failed(failure, sql, Duration.ofNanos(System.nanoTime() - began));
        }
        return super.translateException(task, sql, failure);
    }
}
