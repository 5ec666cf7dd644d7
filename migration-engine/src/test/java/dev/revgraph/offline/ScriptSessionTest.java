package dev.revgraph.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationSettings;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Psql;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import dev.revgraph.report.State;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S24: what a script finds in its session, and leaves there. */
@PostgresTest
class ScriptSessionTest {

    @TempDir
    private Path folder;

    private MigrationEngine engine(DataSource dataSource) {
        return MigrationEngine.builder(dataSource)
                .settings(MigrationSettings.defaults()
                        .with(settings -> settings.locations(
                                        Revisions.in(folder).locations())
                                .repeatableLocations(Revisions.in(folder).repeatableLocations())))
                .build();
    }

    private String script(Move move) {
        return engine(new PGSimpleDataSource()).script(move);
    }

    @Test
    void s24KeepsTheRecordsInTheCurrentSchemaOfWhoeverRunsIt(TestDatabase database) throws Exception {
        Revisions.in(folder).table("a", "base").table("b", "a");
        String schema = database.createMixedCaseSchema();
        Psql psql = Psql.on(database, folder).with("PGOPTIONS", "-c search_path=\"My\\ App\"");
        assertThat(psql.run(script(Move.upgrade("head")))).isEqualTo(new Psql.Ran(0, ""));
        assertThat(engine(database.dataSourceIn(schema)).status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(database.jdbc()
                        .sql("SELECT schemaname || '.' || tablename FROM pg_tables WHERE tablename IN"
                                + " ('t_a', 'migration_revision') ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("My App.migration_revision", "My App.t_a");
        Psql.Ran elsewhere = Psql.on(database, folder).run(script(Move.downgrade("b:a")));
        assertThat(elsewhere.exitCode()).isEqualTo(3);
        assertThat(elsewhere.printed()).contains("Schema \"public\" has no migration tables");
    }

    @Test
    void s24KeepsARoleThatARevisionTakesOnWithinIt(TestDatabase database) throws Exception {
        String role = "r_" + UUID.randomUUID().toString().substring(0, 8);
        JdbcClient superuser = JdbcClient.create(database.superuserDataSource());
        superuser.sql("CREATE ROLE " + role + " ROLE " + database.username()).update();
        try (TestDatabase theirs = TestDatabase.create()) {
            superuser.sql("GRANT " + role + " TO " + theirs.username()).update();
            writeRoles(role);
            engine(database.dataSource()).run(Move.upgrade("head"));
            Psql.Ran ran = Psql.on(theirs, folder).run(script(Move.upgrade("head")));
            assertThat(ran.exitCode()).as(ran.printed()).isZero();
            assertThat(theirs.jdbc()
                            .sql("SELECT (name = :role)::text FROM who ORDER BY at")
                            .param("role", role)
                            .query(String.class)
                            .list())
                    .containsExactly("true", "true", "true", "false");
            assertThat(DatabaseText.of(theirs, "public"))
                    .filteredOn(line -> line.startsWith("record ") || line.startsWith("log "))
                    .isEqualTo(DatabaseText.of(database, "public").stream()
                            .filter(line -> line.startsWith("record ") || line.startsWith("log "))
                            .toList());
            JdbcClient.create(theirs.superuserDataSource())
                    .sql("DROP OWNED BY " + role)
                    .update();
        } finally {
            superuser.sql("DROP OWNED BY " + role).update();
            superuser.sql("DROP ROLE " + role).update();
        }
    }

    private void writeRoles(String role) {
        String insert = "INSERT INTO who (name) SELECT current_user;";
        Revisions.in(folder)
                .file("table", """
                        -- Who was it
                        -- revises: base
                        -- +upgrade
                        CREATE TABLE who (at int GENERATED ALWAYS AS IDENTITY, name text);
                        GRANT INSERT ON who TO %s;
                        -- +downgrade
                        DROP TABLE who;
                        """.formatted(role))
                .file("detached", """
                        -- Another role, statement by statement
                        -- revises: table
                        -- transaction: off
                        -- +upgrade
                        SET ROLE %s;
                        %s
                        VACUUM who;
                        %s
                        -- +downgrade
                        SELECT 1;
                        """.formatted(role, insert, insert))
                .file("whole", """
                        -- Another role in a transaction
                        -- revises: detached
                        -- +upgrade
                        SET ROLE %s;
                        %s
                        -- +downgrade
                        SELECT 1;
                        """.formatted(role, insert))
                .add("after", "whole", insert, "SELECT 1;");
    }
}
