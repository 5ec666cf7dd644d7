package dev.revgraph.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.RepairReport.Item;
import dev.revgraph.report.State;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The header of an applied revision names other parents than it did. */
@PostgresTest
class MovedTest {

    private final TestDatabase database;
    private Revisions revisions;

    MovedTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void chain(@TempDir Path temporary) {
        revisions = Revisions.in(temporary).table("a", "base").table("b", "a").table("c", "b");
        instance().upgrade();
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    private List<Item> repairs() {
        return instance().engine().repairs().repairs();
    }

    @Test
    void isToldWithTheWayToRecordIt() {
        assertThat(repairs()).isEmpty();
        revisions.file(
                "c",
                "-- Revision c",
                "-- revises: a",
                "-- depends-on: b",
                "-- +upgrade",
                "CREATE TABLE t_c (id int PRIMARY KEY);",
                "-- +downgrade",
                "DROP TABLE t_c;");

        assertThat(instance().with(s -> s.target("heads")).status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(repairs()).singleElement().satisfies(item -> {
            assertThat(item.code()).isEqualTo("moved");
            assertThat(item.message())
                    .startsWith(
                            "Revision \"c\" revises \"a\" and depends on \"b\" now; when it was applied, it revised")
                    .contains("\"b\"");
            assertThat(item.commands()).containsExactly("repair --accept-modified c");
        });

        instance().engine().repair(Repair.acceptModified(List.of("c")));

        assertThat(repairs()).isEmpty();
        assertThat(database.jdbc()
                        .sql("SELECT parents || dependencies FROM migration_revision WHERE id = 'c'")
                        .query(String.class)
                        .single())
                .isEqualTo("{a,b}");
    }

    @Test
    void goesWithAChangedScriptAsOne() {
        revisions.add("c", "a", "CREATE TABLE t_c (id bigint PRIMARY KEY);", "DROP TABLE t_c;");

        assertThat(repairs()).extracting(Item::code).containsExactly("modified", "moved");
        instance().engine().repair(Repair.acceptModified(List.of("c")));
        assertThat(repairs()).isEmpty();
    }
}
