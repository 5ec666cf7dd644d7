package dev.revgraph.sample.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.report.State;
import dev.revgraph.test.MigrationChecks;
import dev.revgraph.test.MigrationDatabase;
import dev.revgraph.test.MigrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application's revisions against a real database, up and down. */
@MigrationTest(javaRevisions = BackfillUsageUnits.class)
class RevisionsTest implements MigrationChecks {

    private static final String IRREVERSIBLE = "20250514_hash_api_keys";

    @Test
    void refuseToGoBelowTheOneThatForgetsTheKeys(MigrationEngine engine, MigrationDatabase database) {
        assertThatThrownBy(() -> database.downgradeTo("base"))
                .isInstanceOfSatisfying(MigrationException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.IRREVERSIBLE);
                    assertThat(refusal.revisions()).containsExactly(IRREVERSIBLE);
                });
        assertThat(engine.status().state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void keepWhatTheOlderReleaseWrote(MigrationDatabase database) {
        database.before(IRREVERSIBLE).execute("""
                WITH account AS (INSERT INTO accounts (email, name) VALUES ('a@b.example', 'A') RETURNING id)
                INSERT INTO api_keys (account_id, name, secret) SELECT id, 'ci', 'rg_secret' FROM account
                """);
        database.upgradeTo("usage@20250515_add_usage_logs");
        database.execute("""
                INSERT INTO usage_logs (account_id, tier_id, endpoint, status, response_bytes)
                SELECT a.id, t.id, '/v1', 200, row * 1048576::bigint
                FROM accounts a, subscription_tiers t, generate_series(0, 12345) row
                WHERE t.code = 'free'
                """);

        database.upgradeTo("head");

        JdbcClient jdbc = database.jdbc();
        assertThat(text(jdbc, "SELECT key_prefix FROM api_keys WHERE key_hash = sha256('rg_secret')"))
                .isEqualTo("rg_secre");
        assertThat(text(jdbc, "SELECT t.code FROM accounts a JOIN subscription_tiers t ON t.id = a.tier_id"))
                .isEqualTo("free");
        assertThat(
                        text(
                                jdbc,
                                "SELECT count(*) || ' ' || sum(units) FROM usage_logs WHERE units = 1 + response_bytes / 1048576"))
                .isEqualTo("12346 " + (12346L * 12347 / 2));
        assertThat(text(jdbc, "SELECT requests || ' ' || requests_left FROM usage_summary"))
                .isEqualTo("12346 0");
    }

    private static String text(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
