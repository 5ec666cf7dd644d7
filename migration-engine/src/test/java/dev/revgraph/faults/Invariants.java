package dev.revgraph.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.faults.RandomPlan.Script;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to hold of records and schema: at every moment, and in the end. */
final class Invariants {

    /**
     * A row of the records.
     *
     * @param kept whether it keeps a statement
     */
    private record Row(boolean running, boolean up, int started, int finished, boolean kept) {

        /** Whether it says that a statement has failed and may be in the way of the next attempt, as half an index is. */
        boolean hasObstacle(int statement) {
            return kept && statement == finished && started == finished;
        }
    }

    private final RandomPlan plan;
    private final DataSource database;

    Invariants(RandomPlan plan, DataSource database) {
        this.plan = plan;
        this.database = database;
    }

    /**
     * One snapshot: a whole number of revisions, or a recorded statement of one. Holds while runs are at work, too.
     */
    void assertRecordsAreTrue() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            if (exists(statement, "migration_revision")) {
                Map<String, Row> rows = rows(statement);
                if (rows.containsKey("r1")) {
                    for (Script script : plan.scripts()) {
                        assertScript(statement, script, rows);
                    }
                    for (String code : plan.code()) {
                        assertCode(statement, code, rows.get(code));
                    }
                } else {
                    assertThat(exists(statement, "big"))
                            .as("r1 is not recorded, and is not there")
                            .isFalse();
                }
            }
            connection.rollback();
        }
    }

    private static Map<String, Row> rows(Statement statement) throws SQLException {
        Map<String, Row> rows = new TreeMap<>();
        try (ResultSet found = statement.executeQuery("SELECT id, state = 'running', direction = 'upgrade',"
                + " statements_started, statements_finished, statement IS NOT NULL FROM migration_revision")) {
            while (found.next()) {
                rows.put(
                        found.getString(1),
                        new Row(
                                found.getBoolean(2),
                                found.getBoolean(3),
                                found.getInt(4),
                                found.getInt(5),
                                found.getBoolean(6)));
            }
        }
        return rows;
    }

    private static void assertScript(Statement statement, Script script, Map<String, Row> rows) throws SQLException {
        Row row = rows.get(script.id());
        List<Change> changes = script.changes();
        if (row == null || !row.running()) {
            for (Change change : changes) {
                assertTrue(statement, row == null ? change.undone() : change.made(), script.id(), row);
            }
            return;
        }
        List<Change> order = row.up() ? changes : script.backwards();
        for (int i = 0; i < order.size(); i++) {
            Change change = order.get(i);
            String after = row.up() ? change.made() : change.undone();
            String before = row.up() ? change.undone() : change.made();
            if (i < row.finished()) {
                assertTrue(statement, after, script.id(), row);
            } else if (row.hasObstacle(i)) {
                assertTrue(statement, "NOT (" + after + ")", script.id(), row);
            } else if (i >= row.started()) {
                assertTrue(statement, before, script.id(), row);
            }
        }
    }

    private static void assertCode(Statement statement, String code, @Nullable Row row) throws SQLException {
        String up = "up" + code.charAt(1);
        if (row == null || !row.running()) {
            // When it was undone, every row has been counted once in each direction.
            String all = row == null
                    ? "NOT EXISTS (SELECT FROM big WHERE " + up + " <> down" + code.charAt(1) + ")"
                    : "NOT EXISTS (SELECT FROM big WHERE " + up + " <> 1)";
            assertTrue(statement, all, code, row);
        } else {
            assertTrue(statement, "(SELECT max(" + up + ") <= 1 FROM big)", code, row);
        }
    }

    private static boolean exists(Statement statement, String table) throws SQLException {
        return isTrue(statement, "EXISTS (SELECT FROM pg_class WHERE relname = '" + table + "' AND relkind = 'r')");
    }

    private static void assertTrue(Statement statement, String condition, String id, @Nullable Row row)
            throws SQLException {
        assertThat(isTrue(statement, condition))
                .as("the record of %s is %s, so this holds: %s", id, row, condition)
                .isTrue();
    }

    private static boolean isTrue(Statement statement, String condition) throws SQLException {
        try (ResultSet answer = statement.executeQuery("SELECT " + condition)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    /** All is done: every revision once, in an unbroken chain of heads, and nothing left over. */
    void assertEnd(boolean upgraded) throws SQLException {
        assertRecordsAreTrue();
        JdbcClient jdbc = JdbcClient.create(database);
        assertThat(jdbc.sql("SELECT id FROM migration_revision WHERE state = 'applied' ORDER BY id")
                        .query(String.class)
                        .list())
                .as("what is recorded")
                .isEqualTo(upgraded ? plan.ids().stream().sorted().toList() : List.of());
        assertThat(jdbc.sql("SELECT revision FROM migration_history WHERE outcome = 'done' AND operation = ?"
                                + " ORDER BY revision")
                        .param(upgraded ? "upgrade" : "downgrade")
                        .query(String.class)
                        .list())
                .as("what the history says was done")
                .isEqualTo(plan.ids().stream().sorted().toList());
        assertUnbroken(jdbc);
        assertThat(jdbc.sql("SELECT count(*) FROM pg_index WHERE NOT indisvalid")
                        .query(Integer.class)
                        .single())
                .as("invalid indexes")
                .isZero();
    }

    private static void assertUnbroken(JdbcClient jdbc) {
        List<String> breaks = new ArrayList<>();
        String[] last = {"{}"};
        jdbc.sql("SELECT revision, heads_before::text, heads_after::text FROM migration_history WHERE outcome = 'done'"
                        + " ORDER BY id")
                .query(row -> {
                    if (!row.getString(2).equals(last[0])) {
                        breaks.add(row.getString(1) + ": " + last[0] + " is followed by " + row.getString(2));
                    }
                    last[0] = row.getString(3);
                });
        assertThat(breaks).as("breaks in the chain of heads").isEmpty();
    }
}
