package dev.revgraph.sample.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.plan.Move;
import dev.revgraph.report.State;
import dev.revgraph.script.RevisionLoader;
import dev.revgraph.script.RevisionSources;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every revision against a real database, up and down. */
@PostgresTest
class RoundTripTest {

    private static final String IRREVERSIBLE = "20250514_hash_api_keys";

    private final TestDatabase database;
    private final MigrationEngine engine;

    RoundTripTest(TestDatabase database) {
        this.database = database;
        this.engine = MigrationEngine.builder(database.dataSource())
                .classLoader(RoundTripTest.class.getClassLoader())
                .codeRevisions(List.of(new BackfillUsageUnits()))
                .build();
    }

    @ParameterizedTest
    @MethodSource("reversible")
    void leavesNothingBehindWhenUndone(RevisionId revision) {
        var graph = engine.revisions().graph();
        graph.parents(revision).forEach(this::upgrade);
        graph.dependencies(revision).forEach(this::upgrade);
        var before = Catalog.of(database.jdbc());

        upgrade(revision);
        var after = Catalog.of(database.jdbc());
        engine.run(Move.downgrade(graph.parents(revision).get(0).value()));
        assertThat(Catalog.of(database.jdbc())).isEqualTo(before);

        upgrade(revision);
        assertThat(Catalog.of(database.jdbc())).isEqualTo(after);
    }

    static List<RevisionId> reversible() {
        var revisions = RevisionLoader.load(
                RevisionSources.of(RoundTripTest.class.getClassLoader()).withCode(List.of(new BackfillUsageUnits())));
        var graph = revisions.graph();
        return graph.revisions().stream()
                .filter(id -> !graph.parents(id).isEmpty() && !id.value().equals(IRREVERSIBLE))
                .toList();
    }

    @Test
    void comesBackToTheSameSchemaFromFarBelow() {
        engine.run(Move.upgrade("head"));
        var head = Catalog.of(database.jdbc());

        engine.run(Move.downgrade(IRREVERSIBLE));
        assertThat(Catalog.of(database.jdbc())).doesNotContain("usage_logs", "invoices");
        engine.run(Move.upgrade("head"));

        assertThat(Catalog.of(database.jdbc())).isEqualTo(head);
        assertThat(text("SELECT to_regclass('usage_summary')::text")).isEqualTo("usage_summary");
        assertThat(engine.status().state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void refusesToGoBelowTheRevisionThatForgetsTheKeys() {
        engine.run(Move.upgrade("head"));

        assertThatThrownBy(() -> engine.run(Move.downgrade("base")))
                .isInstanceOfSatisfying(MigrationException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.IRREVERSIBLE);
                    assertThat(refusal.revisions()).containsExactly(IRREVERSIBLE);
                });
        assertThat(engine.status().state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void keepsWhatTheOlderReleaseWrote() {
        engine.run(Move.upgrade("20250514_create_base_schema"));
        database.jdbc().sql("""
                        WITH account AS (INSERT INTO accounts (email, name) VALUES ('a@b.example', 'A') RETURNING id)
                        INSERT INTO api_keys (account_id, name, secret) SELECT id, 'ci', 'rg_secret' FROM account
                        """).update();
        engine.run(Move.upgrade("usage@20250515_add_usage_logs"));
        database.jdbc().sql("""
                        INSERT INTO usage_logs (account_id, tier_id, endpoint, status, response_bytes)
                        SELECT a.id, t.id, '/v1', 200, row * 1048576::bigint
                        FROM accounts a, subscription_tiers t, generate_series(0, 12345) row
                        WHERE t.code = 'free'
                        """).update();

        engine.run(Move.upgrade("head"));

        assertThat(text("SELECT key_prefix FROM api_keys WHERE key_hash = sha256('rg_secret')"))
                .isEqualTo("rg_secre");
        assertThat(text("SELECT t.code FROM accounts a JOIN subscription_tiers t ON t.id = a.tier_id"))
                .isEqualTo("free");
        assertThat(
                        text(
                                "SELECT count(*) || ' ' || sum(units) FROM usage_logs WHERE units = 1 + response_bytes / 1048576"))
                .isEqualTo("12346 " + (12346L * 12347 / 2));
        assertThat(text("SELECT requests || ' ' || requests_left FROM usage_summary"))
                .isEqualTo("12346 0");
    }

    private void upgrade(RevisionId revision) {
        engine.run(Move.upgrade(revision.value()));
    }

    private String text(String sql) {
        return database.jdbc().sql(sql).query(String.class).single();
    }
}
