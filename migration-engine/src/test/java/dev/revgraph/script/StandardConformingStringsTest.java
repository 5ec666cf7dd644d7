package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script that changes {@code standard_conforming_strings} changes how the rest of it is read. */
class StandardConformingStringsTest {

    private static final String ESCAPED = "SELECT 'it\\'s;'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET standard_conforming_strings = off",
                "set Standard_Conforming_Strings to OFF",
                "SET SESSION standard_conforming_strings TO 'off'",
                "SET LOCAL standard_conforming_strings = false",
                "SET standard_conforming_strings = 0",
                "SET standard_conforming_strings = no",
                "SELECT set_config('standard_conforming_strings', 'off', false)",
                "SELECT 1, pg_catalog.set_config('standard_conforming_strings', 'f', true)",
            })
    void offMakesTheBackslashAnEscape(String setting) {
        assertThat(Splitting.texts(setting + "; " + ESCAPED + "; b")).containsExactly(setting, ESCAPED, "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET standard_conforming_strings = on",
                "SET standard_conforming_strings TO DEFAULT",
                "SELECT set_config('standard_conforming_strings', 'on', false)",
                "RESET standard_conforming_strings",
                "RESET ALL",
                "DISCARD ALL",
            })
    void onMakesItOrdinaryAgain(String setting) {
        assertThat(Splitting.texts("SET standard_conforming_strings = off; " + setting + "; SELECT '\\'; b"))
                .endsWith("SELECT '\\'", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET escape_string_warning = off",
                "ALTER ROLE r SET standard_conforming_strings = off",
                "SELECT 'SET standard_conforming_strings = off'",
                "RESET work_mem",
            })
    void otherStatementsChangeNothing(String statement) {
        assertThat(Splitting.texts(statement + "; SELECT '\\'; b")).containsExactly(statement, "SELECT '\\'", "b");
    }

    @Test
    void offDoesNotConcernUnicodeBitAndDollarStrings() {
        assertThat(Splitting.texts("SET standard_conforming_strings = off; SELECT U&'\\', B'\\', $$\\$$; b"))
                .endsWith("SELECT U&'\\', B'\\', $$\\$$", "b");
    }

    @Test
    void eachSectionBeginsWithTheServersDefault() {
        RevisionFile file = Parsing.file(Parsing.HEADER
                + "-- +upgrade\nSET standard_conforming_strings = off;\nSELECT '\\'';\n-- +downgrade\nSELECT '\\';\n");

        assertThat(file.findings()).isEmpty();
    }
}
