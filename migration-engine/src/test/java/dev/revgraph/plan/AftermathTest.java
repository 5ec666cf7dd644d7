package dev.revgraph.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.plan.Aftermath.Detached;
import dev.revgraph.plan.Aftermath.Harmless;
import dev.revgraph.plan.Aftermath.IndexBuilt;
import dev.revgraph.plan.Aftermath.IndexDropped;
import dev.revgraph.plan.Aftermath.Listed;
import dev.revgraph.plan.Aftermath.Reindexed;
import dev.revgraph.plan.Aftermath.Unclear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AftermathTest {

    @Test
    void looksForTheIndexOfItsTable() {
        assertThat(Aftermath.of("CREATE INDEX CONCURRENTLY i ON t (n)")).isEqualTo(new IndexBuilt("i", "t"));
        assertThat(Aftermath.of("""
                create unique index concurrently -- a comment
                    if not exists "My /* index */" on only "My App" . "T" using btree (n) where n > 0
                """)).isEqualTo(new IndexBuilt("\"My /* index */\"", "\"My App\".\"T\""));
        assertThat(Aftermath.of("DROP INDEX CONCURRENTLY IF EXISTS s.i")).isEqualTo(new IndexDropped("s.i"));
    }

    @Test
    void looksForWhatAReindexLeaves() {
        assertThat(Aftermath.of("REINDEX INDEX CONCURRENTLY i")).isEqualTo(new Reindexed("i", false));
        assertThat(Aftermath.of("REINDEX (VERBOSE, TABLESPACE fast) TABLE CONCURRENTLY s.t"))
                .isEqualTo(new Reindexed("s.t", true));
    }

    @Test
    void looksForPartitionsAndWholeDatabases() {
        assertThat(Aftermath.of("ALTER TABLE IF EXISTS ONLY s.p DETACH PARTITION s.p1 CONCURRENTLY"))
                .isEqualTo(new Detached("s.p", "s.p1"));
        assertThat(Aftermath.of("CREATE DATABASE d TEMPLATE template0"))
                .isEqualTo(new Listed("pg_database", "datname", "d", true));
        assertThat(Aftermath.of("DROP TABLESPACE IF EXISTS fast"))
                .isEqualTo(new Listed("pg_tablespace", "spcname", "fast", false));
        assertThat(Aftermath.of("DROP SUBSCRIPTION s")).isEqualTo(new Listed("pg_subscription", "subname", "s", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VACUUM (ANALYZE) t",
                "CLUSTER",
                "REINDEX SCHEMA CONCURRENTLY s",
                "ALTER SYSTEM SET work_mem = '1MB'",
                "DISCARD ALL",
                "ALTER SUBSCRIPTION s REFRESH PUBLICATION"
            })
    void knowsWhatCanBeDoneTwice(String statement) {
        assertThat(Aftermath.of(statement)).isEqualTo(new Harmless());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CALL work()",
                "DO $$ BEGIN COMMIT; END $$",
                "CREATE INDEX CONCURRENTLY ON t (n)",
                "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p",
                "ALTER SUBSCRIPTION s ADD PUBLICATION p",
                "CREATE INDEX CONCURRENTLY",
                "$$ not closed",
                ""
            })
    void leavesTheRestToAPerson(String statement) {
        assertThat(Aftermath.of(statement)).isEqualTo(new Unclear());
    }
}
