package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has set something on the role or the database that applications usually do not meet. */
@PostgresTest
class ServerSettingsTest {

    private final TestDatabase database;
    private Revisions revisions;

    ServerSettingsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary)
                .add("a", "base", "CREATE TABLE t (n int);", "DROP TABLE t;")
                .file(
                        "b",
                        "-- B",
                        "-- revises: a",
                        "-- transaction: off",
                        "-- +upgrade",
                        "INSERT INTO t VALUES (1);",
                        "CREATE INDEX CONCURRENTLY i ON t (n);",
                        "-- +downgrade",
                        "DROP INDEX CONCURRENTLY i;",
                        "DELETE FROM t;");
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    private void role(String setting) {
        database.jdbc()
                .sql("ALTER ROLE " + database.username() + " SET " + setting)
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idle_in_transaction_session_timeout = '5s'",
                "statement_timeout = '10s'",
                "default_transaction_isolation = 'serializable'",
                "default_transaction_deferrable = on",
                "search_path = decoy, public",
                "standard_conforming_strings = off",
                "DateStyle = 'SQL, DMY'",
                "IntervalStyle = 'sql_standard'",
                "lock_timeout = '1ms'",
                "synchronous_commit = off",
                "client_min_messages = error",
                "quote_all_identifiers = on",
                "enable_seqscan = off"
            })
    void doesNotKeepRevisionsFromGoingUpAndDown(String setting) {
        database.jdbc().sql("CREATE SCHEMA decoy").update();
        // Whoever finds these in the place of the server's own is led astray.
        database.jdbc()
                .sql("CREATE FUNCTION decoy.coalesce_heads(text) RETURNS text LANGUAGE sql AS 'SELECT null::text'")
                .update();
        database.jdbc()
                .sql("CREATE TABLE decoy.pg_class (oid oid, relname name)")
                .update();
        database.jdbc()
                .sql("CREATE TABLE decoy.pg_stat_activity (pid int, backend_start text)")
                .update();
        role(setting);
        Instance instance = instance().with(s -> s.schema("public"));

        instance.stamp("base");
        instance.upgrade();
        assertThat(instance.status().state()).isEqualTo(State.UP_TO_DATE);
        instance.downgrade("base");
        instance.upgrade();

        assertThat(instance.status().current()).containsExactly("b");
        assertThat(instance.history())
                .allMatch(entry -> entry.outcome().equals("done"))
                // Only where there is something that no revision has made does the stamp settle anything.
                .filteredOn(entry -> !entry.operation().equals("stamp"))
                .hasSize(6);
    }

    @Test
    void isStrongerThanASearchPathThatPutsTheCatalogLast() {
        database.jdbc().sql("CREATE SCHEMA decoy").update();
        database.jdbc()
                .sql("CREATE FUNCTION decoy.pg_backend_pid() RETURNS int LANGUAGE sql AS 'SELECT 1'")
                .update();
        database.jdbc()
                .sql("CREATE FUNCTION decoy.pg_try_advisory_xact_lock(bigint) RETURNS boolean LANGUAGE sql AS"
                        + " 'SELECT false'")
                .update();
        role("search_path = decoy, public, pg_catalog");
        Instance instance = instance().with(s -> s.schema("public").waitForLock(Duration.ofMillis(200)));
        revisions
                .add("a", "base", "CREATE TABLE public.t (n int);", "DROP TABLE public.t;")
                .remove("b")
                .table("b", "a");

        instance.stamp("base");
        instance.upgrade();

        assertThat(instance.status().current()).containsExactly("b");
    }

    @Test
    void endsAStatementThatTheRoleMayNotRunSoLong() {
        instance().upgrade();
        role("statement_timeout = '2s'");
        revisions.add("c", "b", "SELECT pg_sleep(60);", "");

        assertThatThrownBy(instance()::upgrade)
                .isInstanceOf(StatementFailedException.class)
                .hasMessageContaining("statement timeout");
        assertThat(instance().status().current()).containsExactly("b");

        revisions.add("c", "b", "SELECT pg_sleep(3);", "");
        instance().with(s -> s.statementTimeout(Duration.ofMinutes(1))).upgrade();
        assertThat(instance().status().current()).containsExactly("c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROLE", "DATABASE"})
    void isNotArguedWithWhereItIsReadOnly(String where) {
        instance().upgrade("a");
        database.jdbc()
                .sql("ALTER " + where + " " + database.name() + " SET default_transaction_read_only = on")
                .update();

        assertThatThrownBy(instance()::upgrade)
                .isInstanceOf(PermissionDeniedException.class)
                .hasMessage("The server accepts no writes: it is a standby, or read-only by its settings. Nothing is"
                        + " run.");
        assertThat(instance().status().state()).isEqualTo(State.PENDING);
        assertThat(instance().status().current()).isEqualTo(List.of("a"));
    }
}
