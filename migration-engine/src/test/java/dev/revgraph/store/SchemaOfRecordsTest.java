package dev.revgraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.MigrationException;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import dev.revgraph.report.State;
import dev.revgraph.run.StatementFailedException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the records live. */
@PostgresTest
class SchemaOfRecordsTest {

    private final TestDatabase database;
    private Revisions revisions;

    SchemaOfRecordsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary).table("a", "base").table("b", "a");
    }

    private List<String> tables() {
        return database.jdbc().sql("""
                        SELECT schemaname || '.' || tablename FROM pg_tables
                         WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1
                        """).query(String.class).list();
    }

    @ParameterizedTest
    @ValueSource(strings = {"My App", "say \"hi\"; --", "{schema}", "ops", "Ünïcode"})
    void isTheConfiguredOneAndIsCreated(String schema) {
        Instance instance = Instance.on(database, revisions).with(s -> s.schema(schema));
        assertThat(instance.status().state()).isEqualTo(State.EMPTY);

        instance.upgrade();

        assertThat(tables())
                .containsExactlyInAnyOrder(
                        schema + ".migration_history", schema + ".migration_revision", "public.t_a", "public.t_b");
        assertThat(instance.status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(instance.downgrade("a").current()).containsExactly("a");
        assertThat(instance.history()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "a\0b",
                "pg_records",
                "a23456789_123456789_123456789_123456789_123456789_123456789_1234",
                "€€€€€€€€€€€€€€€€€€€€€x",
            })
    void isRefusedIfPostgresqlWouldKeepAnotherNameOrNone(String schema) {
        Instance instance = Instance.on(database, revisions);
        assertThatThrownBy(() -> instance.with(s -> s.schema(schema)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The setting \"schema\" ");
        assertThat(tables()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PG_Records",
                "a.b",
                "a23456789_123456789_123456789_123456789_123456789_123456789_123",
                "€€€€€€€€€€€€€€€€€€€€€",
                "'$1' ? %s \"?\" \\ {ts '1'}",
            })
    void servesAllThatReadsAndWritesRecords(String schema) {
        database.mayCreateDatabases(true);
        Instance instance = Instance.on(database, revisions).with(s -> s.schema(schema));
        instance.upgrade("a");
        assertThat(instance.engine().preview(Move.upgrade("head")).steps()).hasSize(1);
        instance.upgrade();
        assertThat(tables()).contains(schema + ".migration_revision");
        revisions.add("c", "b", "CREATE TABLE t_c (id int); CREATE TABLE t_a (id int);", "DROP TABLE t_c;");
        assertThatThrownBy(instance::upgrade)
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        failed -> assertThat(failed.details()).contains("The table t_a exists already"));
        revisions.file(
                "c",
                "-- c",
                "-- revises: b",
                "-- transaction: off",
                "-- +upgrade",
                "CREATE TABLE t_c (id int);",
                "-- +downgrade",
                "DROP TABLE t_c;");
        instance.upgrade();
        assertThat(instance.status().state()).isEqualTo(State.UP_TO_DATE);
        instance.downgrade("base");
        assertThat(instance.history()).hasSizeGreaterThan(5);
        instance.stamp("a");
        assertThat(instance.status().current()).containsExactly("a");
    }

    @Test
    void mayExistAlready() {
        database.createMixedCaseSchema();

        Instance.on(database, revisions)
                .with(s -> s.schema(TestDatabase.MIXED_CASE_SCHEMA))
                .upgrade();

        assertThat(tables()).contains("My App.migration_revision");
    }

    @Test
    void isTheCurrentOneOfTheConnectionUnlessConfigured() {
        database.createMixedCaseSchema();
        var dataSource = database.dataSourceIn(TestDatabase.MIXED_CASE_SCHEMA);

        Instance.on(dataSource, revisions).upgrade();

        assertThat(tables())
                .containsExactly("My App.migration_history", "My App.migration_revision", "My App.t_a", "My App.t_b");
        assertThat(Instance.on(dataSource, revisions).status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(Instance.on(database, revisions).status().state()).isEqualTo(State.EMPTY);
    }

    @Test
    void mustBeNamedWhereTheSearchPathLeadsNowhere() {
        var dataSource = database.dataSourceIn("nowhere");

        assertThatThrownBy(() -> Instance.on(dataSource, revisions).upgrade())
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        refused -> assertThat(refused.action()).contains("migration.schema"))
                .hasMessageContaining("its search_path names none that exists");
        assertThat(Instance.on(dataSource, revisions).status().state()).isEqualTo(State.EMPTY);
        assertThat(Instance.on(dataSource, revisions).history()).isEmpty();

        revisions
                .add("a", "base", "CREATE TABLE public.t_a (id int)", "")
                .add("b", "a", "CREATE TABLE public.t_b (id int)", "");
        Instance.on(dataSource, revisions).with(s -> s.schema("ops")).upgrade();
        assertThat(tables()).contains("ops.migration_revision", "public.t_b");
    }

    @Test
    void keepsDatabasesOfSeveralApplicationsApart() {
        Instance one = Instance.on(database, revisions).with(s -> s.schema("one"));
        one.upgrade();
        database.jdbc().sql("DROP TABLE t_a, t_b").update();
        Instance two = Instance.on(database, revisions).with(s -> s.schema("two"));

        assertThat(two.status().state()).isEqualTo(State.EMPTY);
        assertThat(two.upgrade().steps()).hasSize(2);
        assertThat(one.upgrade().steps()).isEmpty();
    }
}
