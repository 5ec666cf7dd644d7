package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The downgrade that the database keeps can be run without the file. */
class StoredDowngradeTest {

    @Test
    void isTheSameAsInTheFile() {
        SqlScript script = Files.revision(
                        "-- +upgrade\n-- +downgrade\nDROP ${a};\nCOPY t FROM stdin;\n${b};\n\\.\n-- end\nSELECT '${a}'\n")
                .read(Map.of("a", "x"));

        SqlScript stored = SqlScript.parseStored("stored", String.valueOf(script.downgradeText()));

        assertThat(stored.downgrade())
                .extracting(SqlStatement::text)
                .isEqualTo(script.downgrade().stream().map(SqlStatement::text).toList());
        assertThat(stored.downgrade().get(1).data()).isEqualTo(new CopyData("${b};\n", 3));
        assertThat(stored.upgrade()).isEmpty();
        assertThat(stored.downgradeText()).isEqualTo(script.downgradeText());
    }

    @Test
    void takesPlaceholdersForOrdinaryText() {
        assertThat(Splitting.texts("SELECT '${a}'")).containsExactly("SELECT '${a}'");
    }

    @Test
    void isNotHeldToTheRulesForFiles() {
        assertThat(Splitting.texts("DROP INDEX CONCURRENTLY i; COMMIT"))
                .containsExactly("DROP INDEX CONCURRENTLY i", "COMMIT");
    }

    @Test
    void thatCannotBeSplitNamesWhereItIsFrom() {
        assertThatThrownBy(() -> SqlScript.parseStored("the stored downgrade of \"x\"", "a;\nSELECT 'b"))
                .isInstanceOf(ScriptException.class)
                .hasMessage("the stored downgrade of \"x\":2: A string is opened in this line and never closed.");
    }
}
