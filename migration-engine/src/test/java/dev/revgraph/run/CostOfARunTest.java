package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.CommitsThatWait;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.RoundTrips;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a run waits for the server, and the server for its disk. */
@PostgresTest
class CostOfARunTest {

    /** One to begin, one for the statement, one for the record with the commit. */
    private static final int FOR_EACH = 3;

    private final TestDatabase database;
    private Revisions revisions;

    CostOfARunTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary);
    }

    private void write(int count) {
        for (int i = 0; i < count; i++) {
            revisions.table("r" + i, i == 0 ? "base" : "r" + (i - 1));
        }
    }

    private Instance counted() {
        return Instance.on(RoundTrips.counted(database), revisions);
    }

    @ParameterizedTest
    @CsvSource({"1, public", "1, My App", "12, public", "12, My App", "30, public"})
    void aFirstUpgradeTakesFewRoundTrips(int count, String schema) {
        write(count);
        Instance instance = counted().with(s -> s.schema(schema));

        assertThat(RoundTrips.of(instance::upgrade) - FOR_EACH * count).isLessThanOrEqualTo(8);

        assertThat(instance.status().applied()).isEqualTo(count);
    }

    @Test
    void aRevisionMoreTakesFewRoundTrips() {
        write(12);
        Instance.on(database, revisions).upgrade();
        write(13);

        assertThat(RoundTrips.of(counted()::upgrade) - FOR_EACH).isLessThanOrEqualTo(6);
    }

    @Test
    void nothingToDoTakesTwoRoundTrips() {
        write(12);
        Instance.on(database, revisions).upgrade();

        assertThat(RoundTrips.of(counted()::upgrade)).isEqualTo(2);
        assertThat(RoundTrips.of(counted()::status)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void waitsForTheDiskOnceHoweverManyRevisionsThereAre(int count) {
        write(count);
        CommitsThatWait waits = CommitsThatWait.in(database);
        Instance instance = Instance.on(waits.counted(), revisions);

        assertThat(waits.of(instance::upgrade)).as("first upgrade").isEqualTo(1);
        assertThat(waits.of(instance::upgrade)).as("nothing to do").isZero();
        write(count + 1);
        assertThat(waits.of(instance::upgrade)).as("one more").isEqualTo(1);
        assertThat(waits.of(() -> instance.downgrade("base"))).as("all undone").isEqualTo(1);
        assertThat(instance.status().applied()).isZero();
    }
}
