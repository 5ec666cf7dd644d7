package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of a statement that fails, however long it is. */
@PostgresTest
class SqlExcerptTest {

    private static final int ROWS = 200_000;

    private final TestDatabase database;
    private Revisions revisions;

    SqlExcerptTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary);
    }

    private StatementFailedException failure(String sql) {
        revisions.add("a", "base", sql, "");
        return catchThrowableOfType(
                StatementFailedException.class,
                () -> Instance.on(database, revisions).upgrade());
    }

    /** What stands above the caret, from there on. */
    private static String pointedAt(StatementFailedException failure) {
        List<String> lines = failure.details().lines().toList();
        int caret = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).strip().equals("|") || lines.get(i).matches("\\s*\\|\\s*\\^"))
                .findFirst()
                .orElseThrow();
        String above = lines.get(caret - 1);
        int column = lines.get(caret).codePointCount(0, lines.get(caret).indexOf('^'));
        return above.substring(above.offsetByCodePoints(0, column));
    }

    private static String values(String last) {
        return IntStream.range(0, ROWS)
                        .mapToObj(i -> "('\uD83D\uDE00 row " + i + "')")
                        .collect(Collectors.joining(", "))
                + last;
    }

    @Test
    void isAWindowRoundThePlaceInALongLine() {
        StatementFailedException failure =
                failure("SELECT * FROM (VALUES " + values(", (nowhere), ('after'), " + values("")) + ") AS t (text);");

        assertThat(failure.details()).hasSizeLessThan(2000).contains("…");
        assertThat(failure.details().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(300));
        assertThat(pointedAt(failure)).startsWith("nowhere), ('after'), (");
    }

    @Test
    void pointsRightAtBothEndsOfALongLine() {
        assertThat(pointedAt(failure("nonsense " + values("") + ";"))).startsWith("nonsense ('");
        assertThat(pointedAt(failure("SELECT " + "1, ".repeat(ROWS) + "nowhere;")))
                .isEqualTo("nowhere");
    }

    @Test
    void shortensLongLinesRoundTheOneThatFails() {
        String comment = "-- " + "x".repeat(1_000_000);

        StatementFailedException failure = failure("SELECT 1,\n" + comment + "\n\tnowhere,\n" + comment + "\n2;");

        assertThat(failure.details()).hasSizeLessThan(2000);
        assertThat(pointedAt(failure)).isEqualTo("nowhere,");
        assertThat(failure.details()).contains("6 | \tnowhere,\n  | \t^\n");
    }

    @Test
    void goesWithAMessageThatIsNoLongerEither() {
        StatementFailedException failure = failure("SELECT E'\\x' || E'" + "y".repeat(1_000_000) + "\\u12';");

        assertThat(failure.getMessage()).hasSizeLessThan(4000);

        failure = failure("DO $$ BEGIN RAISE EXCEPTION USING message = repeat('m', 1000000),"
                + " detail = repeat('d', 1000000), hint = repeat('h', 1000000); END $$;");

        assertThat(failure.getMessage()).hasSizeLessThan(4000).contains("mmm…");
        assertThat(failure.details()).hasSizeLessThan(8000).contains("Detail: ddd", "Hint: hhh");
        assertThat(Instance.on(database, revisions).history())
                .allSatisfy(line -> assertThat(line.error()).hasSizeLessThan(4000));
    }
}
