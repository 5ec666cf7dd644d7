package dev.revgraph.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.MigrationEngine;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.server.Login;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class RoundTripsTest {

    private final TestDatabase database;
    private final Revisions revisions;

    RoundTripsTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.revisions = Revisions.in(folder);
        database.mayCreateDatabases(true);
    }

    @Test
    void undoAMergeAlone() {
        revisions
                .table("a", "base")
                .table("b", "a")
                .table("c", "a")
                .table("m", "b, c")
                .table("n", "m");

        assertThat(roundTrips()).hasSize(5).allMatch(RoundTrip::isClean).allMatch(trip -> trip.skipped() == null);
    }

    @Test
    void undoAMergeAlthoughOthersGoOnFromAllItsParents() {
        revisions
                .table("a", "base")
                .table("b", "a")
                .table("b2", "b")
                .table("c", "a")
                .table("c2", "c")
                .add("m", "b, c", "CREATE TABLE t_m (); CREATE TABLE more ();", "DROP TABLE t_m;")
                .table("n", "b2, c2");

        assertThat(roundTrips())
                .filteredOn(trip -> !trip.isClean())
                .singleElement()
                .satisfies(trip -> {
                    assertThat(trip.revision()).isEqualTo("m");
                    assertThat(trip.afterDowngrade())
                            .containsExactly(
                                    "The table public.more is extra: it is in the database and not in the schema before it.");
                });
    }

    @Test
    void doNotTakeRepeatableScriptsForWhatARevisionLeaves() {
        revisions
                .table("a", "base")
                .add("b", "a", "ALTER TABLE t_a ADD b int;", "ALTER TABLE t_a DROP b;")
                .repeatable("v", "CREATE OR REPLACE VIEW v AS SELECT id FROM t_a;");

        assertThat(roundTrips()).allMatch(RoundTrip::isClean);
    }

    private List<RoundTrip> roundTrips() {
        MigrationEngine engine = Instance.on(database, revisions).engine();
        return engine.comparisons(Shadows.beside(new Login(database.url(), database.username(), database.password())))
                .roundTrips(engine.revisions().graph());
    }
}
