package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Psql;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backslash in a string is what the file says, however role or database have set {@code standard_conforming_strings}. */
@PostgresTest
class BackslashesTest {

    private static final List<String> READ = List.of("C:\\new\\", "one; two\\", "own'");

    private final TestDatabase database;

    @TempDir
    private Path folder;

    BackslashesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void roleThatEscapes() {
        database.jdbc()
                .sql("ALTER ROLE " + database.username() + " SET standard_conforming_strings = off")
                .update();
        database.jdbc()
                .sql("ALTER DATABASE " + database.name() + " SET escape_string_warning = off")
                .update();
    }

    private Revisions revisions(String transaction) {
        return Revisions.in(folder)
                .file(
                        "a",
                        "-- A",
                        "-- revises: base",
                        "-- transaction: " + transaction,
                        "-- +upgrade",
                        "CREATE TABLE t (id int, path text);",
                        "INSERT INTO t VALUES (1, 'C:\\new\\');",
                        "INSERT INTO t VALUES (2, 'one; two\\');",
                        "-- +downgrade",
                        "DELETE FROM t WHERE path = 'C:\\new\\';",
                        "DROP TABLE t;")
                .file(
                        "b",
                        "-- Has its own mind",
                        "-- revises: a",
                        "-- transaction: " + transaction,
                        "-- +upgrade",
                        "SET standard_conforming_strings = off;",
                        "INSERT INTO t VALUES (3, 'own\\'');",
                        "-- +downgrade")
                .file(
                        "c",
                        "-- Has none",
                        "-- revises: b",
                        "-- transaction: " + transaction,
                        "-- +upgrade",
                        "UPDATE t SET path = path WHERE path = 'C:\\new\\';",
                        "-- +downgrade");
    }

    private List<String> paths() {
        return database.jdbc()
                .sql("SELECT path FROM t ORDER BY id")
                .query(String.class)
                .list();
    }

    private static String setting(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT setting || ' by ' || source FROM pg_settings WHERE name = 'standard_conforming_strings'")) {
            row.next();
            return row.getString(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void areReadAsTheFileIs(String transaction) throws Exception {
        HikariDataSource pool = database.pool(1, settings -> {});
        String before = setting(pool);
        Instance instance = Instance.on(pool, revisions(transaction));

        instance.upgrade();

        assertThat(paths()).isEqualTo(READ);
        assertThat(setting(pool)).isEqualTo(before).isEqualTo("off by user");
        instance.downgrade("base");
        assertThat(setting(pool)).isEqualTo(before);
    }

    @Test
    void leaveTheSessionOfAPoolAsItWasSetUp() throws Exception {
        HikariDataSource pool =
                database.pool(1, settings -> settings.setConnectionInitSql("SET standard_conforming_strings = off"));

        Instance.on(pool, revisions("on")).upgrade();

        assertThat(paths()).isEqualTo(READ);
        assertThat(setting(pool)).isEqualTo("off by session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void areReadAsTheFileIsByPsqlToo(String transaction) throws Exception {
        String script = Instance.on(database, revisions(transaction)).engine().script(Move.upgrade("head"));

        Psql.Ran ran = Psql.on(database, folder).run(script);

        assertThat(ran.exitCode()).as(ran.printed()).isZero();
        assertThat(paths()).isEqualTo(READ);
    }
}
