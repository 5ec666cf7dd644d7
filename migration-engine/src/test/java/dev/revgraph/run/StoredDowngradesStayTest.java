package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.RoundTrips;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.State;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What undoes an applied revision stays on the server until that revision is undone: the memory of an application does not
 * grow with the texts of its past.
 */
@PostgresTest
class StoredDowngradesStayTest {

    private static final int APPLIED = 20;
    private static final int SIZE = 200_000;

    private final TestDatabase database;
    private Revisions revisions;

    StoredDowngradesStayTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void applyRevisionsWithLargeDowngrades(@TempDir Path temporary) {
        revisions = Revisions.in(temporary);
        for (int i = 0; i < APPLIED; i++) {
            add(i);
        }
        Instance.on(database, revisions).upgrade();
        assertThat(database.jdbc()
                        .sql("SELECT min(octet_length(downgrade_script)) FROM migration_revision")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(SIZE);
    }

    /** As for an application that has other files: what the last run has found does not count for it. */
    @Test
    void whenNothingIsToBeDone() {
        database.jdbc().sql("UPDATE migration_history SET settled = NULL").update();

        assertThat(RoundTrips.received(
                        () -> assertThat(instance().upgrade().steps()).isEmpty()))
                .isLessThan(SIZE);
    }

    @Test
    void whenTheStatusIsAsked() {
        add(APPLIED);

        assertThat(RoundTrips.received(
                        () -> assertThat(instance().status().state()).isEqualTo(State.PENDING)))
                .isLessThan(SIZE);
    }

    @Test
    void whenAnAppliedRevisionIsUnknown() {
        revisions.remove("r" + (APPLIED - 1));

        assertThat(RoundTrips.received(
                        () -> assertThat(instance().status().state()).isEqualTo(State.AHEAD)))
                .isLessThan(SIZE);
    }

    @Test
    void whenAnotherRevisionIsApplied() {
        add(APPLIED);

        assertThat(RoundTrips.received(
                        () -> assertThat(instance().upgrade().steps()).hasSize(1)))
                .isLessThan(SIZE);
    }

    @Test
    void butForTheRevisionThatIsUndone() {
        revisions.remove("r" + (APPLIED - 1));

        assertThat(RoundTrips.received(
                        () -> assertThat(instance().downgrade("-1").steps()).hasSize(1)))
                .isBetween((long) SIZE, SIZE * 2L);
    }

    private Instance instance() {
        return Instance.on(RoundTrips.counted(database), revisions);
    }

    private void add(int number) {
        revisions.add(
                "r" + number,
                number == 0 ? "base" : "r" + (number - 1),
                "CREATE TABLE t" + number + " (id int);",
                "DROP TABLE t" + number + "; DO $$ BEGIN PERFORM '" + "x".repeat(SIZE) + "'; END $$;");
    }
}
