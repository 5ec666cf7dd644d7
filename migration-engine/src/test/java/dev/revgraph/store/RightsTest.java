package dev.revgraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.State;
import dev.revgraph.run.PermissionDeniedException;
import dev.revgraph.run.StatementFailedException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A role that may do less than an owner. */
@PostgresTest
class RightsTest {

    private final TestDatabase database;
    private final String role;
    private final JdbcClient superuser;
    private Revisions revisions;

    RightsTest(TestDatabase database) {
        this.database = database;
        this.role = database.name() + "_app";
        this.superuser = JdbcClient.create(database.superuserDataSource());
        superuser.sql("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'").update();
        superuser.sql("REVOKE ALL ON SCHEMA public FROM PUBLIC").update();
        // Before PostgreSQL 15 the owner of a database has no other right to this schema.
        superuser.sql("GRANT ALL ON SCHEMA public TO " + database.username()).update();
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary).table("a", "base");
    }

    @AfterEach
    void drop() {
        superuser.sql("DROP OWNED BY " + role).update();
        superuser.sql("DROP ROLE " + role).update();
    }

    private DataSource as(String user) {
        PGSimpleDataSource dataSource = database.newDataSource();
        dataSource.setUser(user);
        dataSource.setCurrentSchema("public");
        return dataSource;
    }

    private Instance app() {
        return Instance.on(as(role), revisions);
    }

    private void assertRefused(Instance instance, String... words) {
        assertThatThrownBy(instance::upgrade).isInstanceOfSatisfying(PermissionDeniedException.class, refused -> {
            assertThat(refused.getMessage()).contains(words).contains(role);
            assertThat(refused.action()).contains("migration.username");
        });
    }

    @Test
    void mayNotCreateTheSchema() {
        assertRefused(app().with(s -> s.schema("ops")), "may not create the schema \"ops\"");
    }

    @Test
    void mayNotCreateTables() {
        superuser.sql("GRANT USAGE ON SCHEMA public TO " + role).update();

        assertRefused(app(), "may not create the migration tables in the schema \"public\"");
    }

    @Test
    void mayNotUseTheSchema() {
        Instance.on(database, revisions).upgrade();

        assertRefused(app().with(s -> s.schema("public")), "may not read", "\"public\"");
    }

    @Test
    void mayNotReadTheTables() {
        Instance.on(database, revisions).upgrade();
        superuser.sql("GRANT USAGE ON SCHEMA public TO " + role).update();

        assertRefused(app(), "may not read", "migration_");
        assertThatThrownBy(() -> app().status()).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void mayLookWithoutTheRightToWrite() {
        Instance.on(database, revisions).upgrade();
        superuser.sql("GRANT USAGE, CREATE ON SCHEMA public TO " + role).update();
        superuser
                .sql("GRANT SELECT ON migration_revision, migration_history TO " + role)
                .update();

        assertThat(app().status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(app().upgrade().steps()).isEmpty();
        assertThat(app().history()).hasSize(1);

        revisions.table("b", "a");
        assertRefused(app(), "may not", "write", "migration_");
        assertThat(database.jdbc()
                        .sql("SELECT to_regclass('t_b') IS NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void mayWriteRecordsAndLackARightThatTheRevisionNeeds() {
        Instance.on(database, revisions).upgrade();
        superuser.sql("GRANT USAGE, CREATE ON SCHEMA public TO " + role).update();
        superuser
                .sql("GRANT SELECT, INSERT, UPDATE, DELETE ON migration_revision, migration_history TO " + role)
                .update();
        revisions.add("b", "a", "ALTER TABLE t_a ADD b int;", "");

        assertThatThrownBy(app()::upgrade)
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("must be owner of table t_a");

        revisions.table("b", "a");
        assertThat(app().upgrade().current()).containsExactly("b");
        assertThat(app().history().get(2).username()).isEqualTo(role);
    }
}
