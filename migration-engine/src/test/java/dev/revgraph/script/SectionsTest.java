package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionsTest {

    private static final String HEADER = "-- revises: base\n";

    @Test
    void holdStatements() {
        RevisionFile file = file("-- +upgrade\na;\nb\n-- +downgrade\nc;");

        assertThat(file.findings()).isEmpty();
        assertThat(count(file.upgrade())).isEqualTo(2);
        assertThat(count(file.downgrade())).isEqualTo(1);
        assertThat(file.reversibility()).isEqualTo(new Reversibility.Reversible());
    }

    @Test
    void mayStandInEitherOrder() {
        RevisionFile file = file("-- +downgrade\nc;\n-- +upgrade\na;\nb;");

        assertThat(file.findings()).isEmpty();
        assertThat(count(file.upgrade())).isEqualTo(2);
        assertThat(count(file.downgrade())).isEqualTo(1);
    }

    @Test
    void withoutADowngradeTheRevisionCannotBeUndone() {
        RevisionFile file = file("-- +upgrade\na;");

        assertThat(file.reversibility()).isEqualTo(new Reversibility.Missing());
        assertThat(file.downgrade()).isNull();
        assertThat(file.checksums().downgrade()).isNull();
    }

    @Test
    void anEmptyDowngradeThatIsWrittenOutCan() {
        RevisionFile file = file("-- +upgrade\na;\n-- +downgrade\n-- nothing to do\n");

        assertThat(file.reversibility().isReversible()).isTrue();
        assertThat(count(file.downgrade())).isZero();
    }

    @Test
    void anEmptyUpgradeIsAllowedForMerges() {
        assertThat(file("-- +upgrade\n-- +downgrade\n").findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "irreversible: the data is gone",
                "irreversible the data is gone",
                "irreversible:the data is gone"
            })
    void mayDeclareTheRevisionIrreversible(String words) {
        RevisionFile file = file("-- +upgrade\na;\n-- +downgrade " + words + "\n-- really\n");

        assertThat(file.findings()).isEmpty();
        assertThat(file.reversibility()).isEqualTo(new Reversibility.Irreversible("the data is gone"));
        assertThat(file.reversibility().objection()).isEqualTo("It is declared irreversible: the data is gone.");
        assertThat(file.downgrade()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"  -- +upgrade", "--+upgrade", "-- +upgrade  ", "--   +upgrade"})
    void areLenientAboutSpaces(String marker) {
        assertThat(file(marker + "\na;").findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a;                                      | 2: A statement stands before the first section.",
                "-- nothing                              | 1: The file has no line \"-- +upgrade\".",
                "-- +downgrade                           | 1: The file has no line \"-- +upgrade\".",
                "-- +upgrade~a;~-- +upgrade~b;           | 4: The file has a second section \"-- +upgrade\".",
                "-- +upgrade~-- +downgrade~-- +downgrade | 4: The file has a second section \"-- +downgrade\".",
                "-- +upgrade~-- +downgrade~-- +downgrade irreversible: x | 4: The file has a second section \"-- +downgrade\".",
                "-- +upgrade~-- +downgrade irreversible: x~-- +downgrade | 4: The file has a second section \"-- +downgrade\".",
                "-- +upgrade~-- +downgrad                | 3: There is no section \"-- +downgrad\". Perhaps \"-- +downgrade\" is meant.",
                "-- +upgrade~-- +Downgrade               | 3: There is no section \"-- +Downgrade\". Perhaps \"-- +downgrade\" is meant.",
                "-- +upgrade~-- +after                   | 3: There is no section \"-- +after\".",
                "-- +upgrade a;                          | 2: \"a;\" stands after \"-- +upgrade\", where nothing is expected.",
                "-- +upgrade~-- +downgrade none          | 3: \"none\" stands after \"-- +downgrade\", where nothing is expected.",
                "-- +upgrade~-- +downgrade irreversible  | 3: The downgrade is declared irreversible without a reason.",
                "-- +upgrade~-- +downgrade irreversible: | 3: The downgrade is declared irreversible without a reason.",
                "-- +upgrade~-- +downgrade irreversible: x~a; | 3: The downgrade is declared irreversible, and statements stand below it.",
            })
    void mustBeInOrder(String lines, String message) {
        List<Finding> findings = file(lines.replace('~', '\n')).findings();

        assertThat(Parsing.messages(findings)).contains("bad-header " + message);
        assertThat(findings).allSatisfy(finding -> assertThat(finding.action()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT '\n-- +downgrade\n';",
                "SELECT $$\n-- +downgrade\n$$;",
                "/*\n-- +downgrade\n*/",
                "SELECT 1; -- +downgrade",
                "-- +1 for this",
                "-- the downgrade",
                "-- downgrade: see below",
                "-- a +downgrade",
            })
    void areOnlyMarkersOfTheirOwn(String sql) {
        RevisionFile file = file("-- +upgrade\n" + sql + "\n");

        assertThat(file.findings()).isEmpty();
        assertThat(file.reversibility()).isEqualTo(new Reversibility.Missing());
    }

    /** Its statements would undo the upgrade as a part of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- + downgrade",
                "--\u00A0+downgrade",
                "-- +\u200Bdowngrade",
                "--- +downgrade",
                "-- + DOWNGRADE irreversible: x",
                "-- downgrade",
                "-- Downgrade:",
                "--\uFEFF +downgrade",
            })
    void thatAreAlmostMarkersAreNotTakenForComments(String comment) {
        assertThat(Parsing.messages(file("-- +upgrade\na;\n" + comment + "\nb;").findings()))
                .containsExactly("bad-header 4: The line is almost \"-- +downgrade\", and would be a comment.");
        assertThat(Parsing.messages(file("-- +upgrade\na;\n-- +downgrade\nb;\n-- + upgrade\nc;")
                        .findings()))
                .containsExactly("bad-header 6: The line is almost \"-- +upgrade\", and would be a comment.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\t\r\n"})
    void anEmptyFileIsToldWhatItNeeds(String text) {
        assertThat(Parsing.file(text).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("The file is empty.");
            assertThat(finding.action()).contains("-- revises: ID").contains("-- +upgrade");
        });
    }

    @Test
    void everythingWrongIsReportedInTheOrderOfTheLines() {
        RevisionFile file = Parsing.file("""
                -- author: me
                SELECT 1;
                -- +upgrade
                COMMIT;
                \\d
                -- +downgrade
                VACUUM;
                -- +undo
                SELECT 'open;
                """);

        assertThat(file.findings()).extracting(Finding::line).containsExactly(1, 1, 2, 4, 5, 7, 8, 9);
    }

    private static RevisionFile file(String sections) {
        return Parsing.file(HEADER + sections);
    }

    private static int count(@Nullable Section section) {
        return section == null ? -1 : section.statements().size();
    }
}
