package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.revision.BatchResult;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What batches go through, and what they refuse. */
@PostgresTest
class BatchesTest {

    private static final String BUMP = "UPDATE t SET hits = hits + 1 WHERE id BETWEEN :first AND :last";

    @Revision(id = "b", revises = "a", transaction = false)
    record Detached(Consumer<RevisionContext> change) implements JavaRevision {
        @Override
        public void upgrade(RevisionContext context) {
            change.accept(context);
        }
    }

    @Revision(id = "b", revises = "a")
    record InOneTransaction(Consumer<RevisionContext> change) implements JavaRevision {
        @Override
        public void upgrade(RevisionContext context) {
            change.accept(context);
        }
    }

    private final TestDatabase database;
    private final List<Object> keys = new ArrayList<>();
    private Revisions revisions;
    private BatchResult result = new BatchResult(-1, -1, false);

    BatchesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary);
    }

    private void tableOf(String type, String rows) {
        revisions.add(
                "a",
                "base",
                "CREATE TABLE t (id " + type + " PRIMARY KEY, hits int NOT NULL DEFAULT 0, odd boolean);"
                        + " INSERT INTO t (id, odd) " + rows + ";",
                "DROP TABLE t;");
    }

    private Instance instance(JavaRevision revision) {
        return Instance.on(database, revisions).code(revision);
    }

    private void upgrade(Consumer<RevisionContext> change) {
        instance(new Detached(change)).upgrade();
    }

    private List<Integer> hits() {
        return database.jdbc()
                .sql("SELECT hits FROM t ORDER BY id")
                .query(Integer.class)
                .list();
    }

    @Test
    void changesEveryRowOncePageByPage() {
        tableOf("int", "SELECT i, false FROM generate_series(-3, 21) i");

        upgrade(context ->
                result = context.batches("bump").over("t", "id").size(10).run(BUMP));

        assertThat(result).isEqualTo(new BatchResult(3, 25, false));
        assertThat(hits()).hasSize(25).containsOnly(1);
    }

    @Test
    void givesTheBoundsOfEachPage() {
        tableOf("bigint", "SELECT i * 10000000000, false FROM generate_series(1, 5) i");

        upgrade(context -> context.batches("bump").over("t", "id").size(2).run(page -> {
            keys.add(page.number());
            keys.add(page.first());
            keys.add(page.last());
            keys.add(page.rows());
            return 0;
        }));

        assertThat(keys)
                .containsExactly(
                        1L,
                        10000000000L,
                        20000000000L,
                        2,
                        2L,
                        30000000000L,
                        40000000000L,
                        2,
                        3L,
                        50000000000L,
                        50000000000L,
                        1);
    }

    @Test
    void goesThroughUuids() {
        tableOf("uuid", "SELECT gen_random_uuid(), false FROM generate_series(1, 100)");

        upgrade(context -> {
            result = context.batches("bump").over("t", "id").size(7).run(page -> {
                keys.add(page.last());
                return page.jdbc()
                        .sql(BUMP)
                        .param("first", page.first())
                        .param("last", page.last())
                        .update();
            });
        });

        assertThat(result).isEqualTo(new BatchResult(15, 100, false));
        assertThat(hits()).hasSize(100).containsOnly(1);
        assertThat(keys).hasSize(15).hasOnlyElementsOfType(UUID.class);
    }

    @Test
    void goesThroughTextsThatNeedQuoting() {
        tableOf(
                "text",
                "SELECT unnest(ARRAY['it''s', 'back\\slash', '', 'Zoe', 'ähre', 'a\"b', 'x?', E'two\\nlines']), true");

        upgrade(context ->
                result = context.batches("bump").over("t", "id").size(1).run(BUMP));

        assertThat(result).isEqualTo(new BatchResult(8, 8, false));
        assertThat(hits()).hasSize(8).containsOnly(1);
    }

    @Test
    void goesThroughMixedCaseNamesAndDomains() {
        revisions.add("a", "base", """
                CREATE SCHEMA "My App";
                CREATE DOMAIN number AS int;
                CREATE TABLE "My App"."Users" ("Id" number PRIMARY KEY, hits int NOT NULL DEFAULT 0);
                INSERT INTO "My App"."Users" SELECT generate_series(1, 9);
                """, "");

        upgrade(context -> result = context.batches("it's \"mine\"")
                .over("\"My App\".\"Users\"", "\"Id\"")
                .size(4)
                .run("UPDATE \"My App\".\"Users\" SET hits = 1 WHERE \"Id\" BETWEEN :first AND :last"));

        assertThat(result).isEqualTo(new BatchResult(3, 9, false));
    }

    @Test
    void leavesOutWhatDoesNotSatisfyTheCondition() {
        tableOf("int", "SELECT i, CASE WHEN i % 10 = 0 THEN NULL ELSE i % 2 = 1 END FROM generate_series(1, 100) i");

        upgrade(context -> result = context.batches("bump")
                .over("t", "id")
                .where("odd OR id > 1000 -- most of them")
                .size(20)
                .run("UPDATE t SET hits = hits + 1 WHERE id BETWEEN :first AND :last AND odd"));

        assertThat(result).isEqualTo(new BatchResult(3, 50, false));
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM t WHERE hits = 1 AND odd")
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);
    }

    @Test
    void doesNothingInAnEmptyTable() {
        tableOf("int", "SELECT 1, true WHERE false");

        upgrade(context -> result = context.batches("bump").over("t", "id").run(BUMP));

        assertThat(result).isEqualTo(new BatchResult(0, 0, false));
    }

    @Test
    void takesAQueryThatCallsAFunction() {
        tableOf("int", "SELECT i, true FROM generate_series(1, 3) i");

        upgrade(context -> result =
                context.batches("call").over("t", "id").size(2).run("SELECT int4range(:first::int, :last::int)"));

        assertThat(result).isEqualTo(new BatchResult(2, 0, false));
    }

    @Test
    void seesTheSchemaThatTheRevisionMakes() {
        tableOf("int", "SELECT 1, true");

        upgrade(context -> {
            assertThat(context.schema().columnExists("t", "extra")).isFalse();
            context.jdbc().sql("ALTER TABLE t ADD extra int").update();
            assertThat(context.schema().columnExists("t", "extra")).isTrue();
        });
    }

    @Test
    void areRefusedInATransaction() {
        tableOf("int", "SELECT 1, true");
        Instance instance = instance(new InOneTransaction(context -> context.batches("bump")));

        assertThatThrownBy(instance::upgrade)
                .isInstanceOfSatisfying(
                        BatchException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.BAD_SCRIPT))
                .hasMessageContaining("the revision is one transaction");
    }

    @Test
    void areRefusedUnderANameThatIsInUse() {
        tableOf("int", "SELECT 1, true");

        assertRefused(
                context -> {
                    context.batches("bump");
                    context.batches("bump");
                },
                "the name \"bump\" is used twice");
        assertRefused(
                context -> {
                    var bump = context.batches("again").over("t", "id");
                    bump.run(BUMP);
                    bump.run(BUMP);
                },
                "the name \"again\" is used twice");
    }

    @Test
    void areRefusedWhereRowsWouldBeLeftOutOrChangedOutOfTurn() {
        revisions.add("a", "base", """
                CREATE TABLE t (id int PRIMARY KEY, day date NOT NULL, maybe int UNIQUE);
                CREATE VIEW v AS SELECT * FROM t;
                """, "");

        assertRefused(context -> context.batches("x").over("t", "maybe").run(page -> 0), "takes nulls");
        assertRefused(context -> context.batches("x").over("t", "day").run(page -> 0), "of type \"date\"");
        assertRefused(context -> context.batches("x").over("t", "nothing").run(page -> 0), "there is no table");
        assertRefused(context -> context.batches("x").over("v", "id").run(page -> 0), "there is no table");
        assertRefused(context -> context.batches("x").over("t", "id").run("UPDATE t SET maybe = 1"), ":first");
        assertRefused(
                context -> context.batches("x").over("t", "id").run("UPDATE t SET maybe = 1 WHERE id <= ::last"),
                ":first");
        assertRefused(context -> context.batches("x").over("t", "id").size(0), "holds nothing");
    }

    private void assertRefused(Consumer<RevisionContext> change, String words) {
        assertThatThrownBy(() -> upgrade(change))
                .isInstanceOf(BatchException.class)
                .hasMessageContaining(words);
    }
}
