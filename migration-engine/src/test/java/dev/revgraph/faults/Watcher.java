package dev.revgraph.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sees from outside what sessions of a test's database do, and waits for it. */
record Watcher(JdbcClient jdbc) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static Watcher of(TestDatabase database) {
        return new Watcher(JdbcClient.create(database.superuserDataSource()));
    }

    /** Waits until a session waits for a lock in a statement that contains a text; returns its pid. */
    int awaitBlocked(String text) {
        await("a session waits in " + text, () -> !blocked(text).isEmpty());
        return blocked(text).get(0);
    }

    private List<Integer> blocked(String text) {
        return jdbc.sql("""
                        SELECT pid FROM pg_stat_activity
                         WHERE datname = current_database() AND pid <> pg_backend_pid() AND wait_event_type = 'Lock'
                           AND position(? IN query) > 0
                         ORDER BY pid
                        """).param(text).query(Integer.class).list();
    }

    void awaitGone(int pid) {
        await("backend " + pid + " is gone", () -> !isThere(pid));
    }

    boolean isThere(int pid) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pid = ?)")
                .param(pid)
                .query(Boolean.class)
                .single();
    }

    void terminate(int pid) {
        jdbc.sql("SELECT pg_terminate_backend(?)")
                .param(pid)
                .query(Boolean.class)
                .single();
        awaitGone(pid);
    }

    static void await(String what, BooleanSupplier condition) {
        await(what, PATIENCE, condition);
    }

    static void await(String what, Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            pause(20);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A transaction that has run a statement and stays open; closing the connection ends it. */
    static Connection holding(TestDatabase database, String sql) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return connection;
    }
}
