package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inline data longer than a piece that the driver sends. */
@PostgresTest
class CopyReaderTest {

    /** Two UTF-16 units each: whatever the length of a piece, one of the two rows has one across its end. */
    private static final String SMILES = "\uD83D\uDE00".repeat(100_000);

    @Test
    void keepsCharactersWholeThatTakeTwoUnits(TestDatabase database, @TempDir Path temporary) {
        Revisions revisions = Revisions.in(temporary)
                .file(
                        "a",
                        "-- A",
                        "-- revises: base",
                        "-- +upgrade",
                        "CREATE TABLE t (smiles text);",
                        "COPY t FROM stdin;",
                        SMILES,
                        SMILES,
                        "\\.",
                        "-- +downgrade");

        Instance.on(database, revisions).upgrade();

        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM t WHERE smiles = repeat('\uD83D\uDE00', 100000)")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }
}
