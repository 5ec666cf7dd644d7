package dev.revgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceTest {

    private static final String REQUEST = "{\"endpoint\": \"/v1/search\", \"status\": 200, \"responseBytes\": 3000000}";

    private TestDatabase database;
    private RunningSample sample;

    @BeforeAll
    void start(TestDatabase shared) {
        database = shared;
        sample = RunningSample.start(shared);
    }

    @AfterAll
    void stop() {
        sample.close();
    }

    @Test
    void sellsThreeTiers() throws Exception {
        var tiers = sample.client().get("/tiers");

        assertThat(tiers.at("$[*].code")).isEqualTo("[\"free\",\"team\",\"business\"]");
        assertThat(tiers.at("$[2].monthlyRequests")).isEqualTo("null");
    }

    @Test
    void opensOneAccountForAnAddress() throws Exception {
        var opened = open("ann@shop.example", "team");

        assertThat(opened.status()).isEqualTo(201);
        var location = opened.response().headers().firstValue("Location").orElseThrow();
        assertThat(sample.client().get(location).at("$.tier")).isEqualTo("team");
        assertThat(open("Ann@SHOP.example", "free").status()).isEqualTo(409);
        assertThat(open("no address", "free").status()).isEqualTo(400);
        assertThat(open("bob@shop.example", "gold").at("$.detail")).contains("There is no tier \"gold\"");
        assertThat(sample.client().get("/accounts/0").status()).isEqualTo(404);
    }

    @Test
    void keepsOnlyTheHashOfAKey() throws Exception {
        var account = open("hash@shop.example", "free").at("$.id");
        var key = issue(account).at("$.key");

        var stored = database.jdbc()
                .sql("SELECT row_to_json(k)::text FROM api_keys k WHERE key_hash = sha256(convert_to(?, 'UTF8'))")
                .param(key)
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain(key);
    }

    @Test
    void issuesAsManyKeysAsTheTierAllowsAndAnotherOneForOneRevoked() throws Exception {
        var account = open("keys@shop.example", "free").at("$.id");
        var first = issue(account);
        assertThat(issue(account).status()).isEqualTo(409);

        var revoked = sample.client().delete("/accounts/" + account + "/api-keys/" + first.at("$.id"));

        assertThat(revoked.status()).isEqualTo(204);
        assertThat(issue(account).status()).isEqualTo(201);
        assertThat(use(first.at("$.key")).status()).isEqualTo(401);
    }

    @Test
    void countsRequestsUpToTheLimitOfTheMonth() throws Exception {
        var account = open("limit@shop.example", "free").at("$.id");
        var key = issue(account).at("$.key");
        database.jdbc().sql("""
                        INSERT INTO usage_logs (account_id, tier_id, endpoint, status, units)
                        SELECT id, tier_id, '/v1', 200, 1 FROM accounts, generate_series(1, 99) WHERE id = ?
                        """).param(Long.valueOf(account)).update();

        assertThat(use(key).at("$.units")).isEqualTo("3");
        var refused = use(key);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 31L * 24 * 3600 + 1);
        var summary = sample.client().get("/accounts/" + account + "/usage");
        assertThat(summary.at("$[0].requests")).isEqualTo("100");
        assertThat(summary.at("$[0].units")).isEqualTo("102");
        assertThat(summary.at("$[0].requestsLeft")).isEqualTo("0");
    }

    private Client.Answer open(String email, String tier) throws Exception {
        return sample.client()
                .post("/accounts", "{\"email\": \"%s\", \"name\": \"Shop\", \"tier\": \"%s\"}".formatted(email, tier));
    }

    private Client.Answer issue(String account) throws Exception {
        return sample.client().post("/accounts/" + account + "/api-keys", "{\"name\": \"ci\"}");
    }

    private Client.Answer use(String key) throws Exception {
        return sample.client().post("/usage", REQUEST, "X-Api-Key", key);
    }
}
