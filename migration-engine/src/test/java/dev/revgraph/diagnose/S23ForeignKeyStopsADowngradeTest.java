package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.run.StatementFailedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A foreign key stops a downgrade. */
@PostgresTest
class S23ForeignKeyStopsADowngradeTest {

    @Test
    void namesTheKeyAndTheOrderThatWorks(TestDatabase database, @TempDir Path folder) {
        Patient patient = Patient.with(
                        database,
                        folder,
                        "CREATE TABLE tiers (id int PRIMARY KEY); INSERT INTO tiers VALUES (1), (2);",
                        "DELETE FROM tiers WHERE id = 2;")
                .sql("CREATE TABLE users (tier_id int CONSTRAINT users_tier_fk REFERENCES tiers)")
                .sql("INSERT INTO users VALUES (1), (2), (2)");
        StatementFailedException failure = catchThrowableOfType(
                StatementFailedException.class, () -> patient.instance().downgrade("base"));
        Diagnosis diagnosis = failure.diagnosis().orElseThrow();
        assertThat(diagnosis.finding())
                .isEqualTo("The key \"users_tier_fk\" of users says FOREIGN KEY (tier_id) REFERENCES tiers (id). 2 rows"
                        + " of users would be left without what they refer to.");
        assertThat(diagnosis.samples()).containsExactly("tier_id = 2, rows = 2");
        assertThat(patient.instance().status().applied()).isEqualTo(1);
        diagnosis.waysOut().get(0).sql().forEach(patient::sql);
        patient.instance().downgrade("base");
        assertThat(patient.list("SELECT id::text FROM tiers")).containsExactly("1");
    }
}
