package dev.revgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.entities.EntityModels;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import org.junit.jupiter.api.Test;

/** The entities want of the schema what the revisions make: a generated revision would be empty. */
@PostgresTest
class EntitiesTest {

    @Test
    void wantWhatTheRevisionsMake(TestDatabase database) {
        database.mayCreateDatabases(true);
        try (var sample = RunningSample.start(database)) {
            assertThat(EntityModels.compare(sample.context()).differences()).isEmpty();
        }
    }
}
