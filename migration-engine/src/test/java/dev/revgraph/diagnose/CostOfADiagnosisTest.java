package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.RoundTrips;
import dev.revgraph.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A diagnosis keeps the server no longer than it has to. */
@PostgresTest
class CostOfADiagnosisTest {

    private final TestDatabase database;

    CostOfADiagnosisTest(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO keys VALUES | (gen_random_uuid())",
                "CREATE VIEW keys AS VALUES | (0::bigint)",
            })
    void asksForANameOnceHoweverOftenItIsWritten(String beginning, String row) throws SQLException {
        assertThat(roundTrips(beginning, row, 300)).isEqualTo(roundTrips(beginning, row, 2));
    }

    private int roundTrips(String beginning, String row, int rows) throws SQLException {
        String statement = beginning + " " + String.join(", ", Collections.nCopies(rows, row));
        FailedSql failed = new FailedSql(
                "a",
                "upgrade",
                FailedSql.Source.FILE,
                1,
                statement,
                0,
                "42501",
                null,
                null,
                null,
                null,
                new FailedSql.Timing(Duration.ZERO, null, null, List.of()));
        Diagnostician diagnostician = new Diagnostician(List.of(), 0);
        try (Connection connection = RoundTrips.counted(database).getConnection()) {
            return RoundTrips.of(() -> diagnostician.explain(connection, failed));
        }
    }

    /** A savepoint that is kept has a memory context of its own, which is the superuser's to see. */
    @Test
    void keepsNoSavepointOfWhatIsAnswered() throws SQLException {
        try (Connection connection = database.superuserDataSource().getConnection()) {
            connection.setAutoCommit(false);
            Look look = new Look(connection, 1);
            assertThat(look.attempt("SELECT 1")).hasSize(1);
            assertThat(look.count("FROM pg_class")).isPresent();
            assertThat(look.sample("SELECT 1 AS one")).containsExactly("one = 1");
            assertThat(look.list("SELECT name FROM pg_backend_memory_contexts WHERE name = 'CurTransactionContext'"))
                    .isEmpty();
            connection.rollback();
        }
    }
}
