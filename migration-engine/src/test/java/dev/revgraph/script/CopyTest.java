package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code COPY … FROM stdin} with its data in the lines below it. */
class CopyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t FROM stdin",
                "copy t from STDIN",
                "COPY s.t (a, b) FROM stdin WITH (FORMAT csv, HEADER)",
                "COPY t FROM stdin CSV DELIMITER ';'",
                "COPY \"from\" FROM /* here */ stdin WHERE a > 1",
                "COPY t FROM stdout",
            })
    void takesTheLinesUpToTheMark(String copy) {
        List<SqlStatement> statements = Splitting.statements(copy + ";\n1\ta;'\n--\n\n2\t\\N\n\\.\nSELECT 1;");

        assertThat(statements).extracting(SqlStatement::text).containsExactly(copy, "SELECT 1");
        assertThat(statements.get(0).data()).isEqualTo(new CopyData("1\ta;'\n--\n\n2\t\\N\n", 2));
        assertThat(statements.get(1).line()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t FROM 'stdin'",
                "COPY t FROM PROGRAM 'cat'",
                "COPY stdin FROM '/tmp/x'",
                "COPY (SELECT * FROM stdin) TO '/tmp/x'",
                "SELECT copy FROM stdin",
            })
    void takesNothingOtherwise(String statement) {
        assertThat(Splitting.statements(statement + ";\na;\n"))
                .extracting(SqlStatement::text)
                .containsExactly(statement, "a");
    }

    @Test
    void endsWithTheFileWhereTheMarkIsMissing() {
        assertThat(Splitting.statements("COPY t FROM stdin;\n1\n2").get(0).data())
                .isEqualTo(new CopyData("1\n2", 2));
        assertThat(Splitting.statements("COPY t FROM stdin").get(0).data()).isEqualTo(new CopyData("", 1));
    }

    @Test
    void acceptsNoDataAtAll() {
        assertThat(Splitting.statements("COPY t FROM stdin;\n\\.\nx").get(0).data())
                .isEqualTo(new CopyData("", 2));
    }

    @Test
    void readsTheRestOfTheLineBeforeTheData() {
        List<SqlStatement> statements = Splitting.statements("COPY t FROM stdin; SELECT 1; -- ;\n1\n\\.\nSELECT 2;");

        assertThat(statements)
                .extracting(SqlStatement::text)
                .containsExactly("COPY t FROM stdin", "SELECT 1", "SELECT 2");
        assertThat(statements.get(2).line()).isEqualTo(4);
    }

    @Test
    void takesDataForEachStatementOfALine() {
        List<SqlStatement> statements =
                Splitting.statements("COPY a FROM stdin; COPY b FROM stdin;\n1\n\\.\n2\n\\.\nSELECT 3;");

        assertThat(statements)
                .extracting(SqlStatement::data)
                .containsExactly(new CopyData("1\n", 2), new CopyData("2\n", 4), null);
        assertThat(statements.get(2).line()).isEqualTo(6);
    }

    @Test
    void refusesAStatementOnBothSidesOfTheData() {
        assertThatThrownBy(() -> Splitting.statements("COPY t FROM stdin; SELECT\n1\n\\.\n 2;"))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("test:1: A statement begins in the line of a COPY");
    }

    @Test
    void refusesDataThatRunsIntoTheNextSection() {
        List<Finding> findings = Parsing.upgrade("COPY t FROM stdin;\n1\n\n-- +downgrade\nDELETE FROM t;\n");

        assertThat(Parsing.messages(findings))
                .containsExactly("bad-script 7: The data of the COPY statement that begins in line 5 runs into the"
                        + " marker of the next section.");
    }

    @Test
    void keepsTheSectionsApartOtherwise() {
        RevisionFile file = Parsing.file(
                Parsing.HEADER + "-- +upgrade\nCOPY t FROM stdin;\n1\n\\.\n-- +downgrade\nDELETE FROM t;\n");

        assertThat(file.findings()).isEmpty();
        assertThat(file.downgrade()).isNotNull();
    }

    @Test
    void refusesToSendRowsToNobody() {
        assertThat(Parsing.messages(Parsing.upgrade("COPY t TO stdout;")))
                .singleElement()
                .asString()
                .startsWith("bad-script 4: COPY … TO STDOUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t FROM stdin WITH (FORMAT binary);",
                "COPY BINARY t FROM stdin;",
                "COPY t FROM stdin WITH BINARY;",
                "COPY t FROM stdin (FORMAT 'binary');",
            })
    void refusesBinaryData(String copy) {
        assertThat(Parsing.messages(Parsing.upgrade(copy)))
                .singleElement()
                .asString()
                .contains("binary format");
    }

    @Test
    void acceptsATableCalledBinary() {
        assertThat(Parsing.upgrade("COPY \"binary\" (format, \"binary\") FROM stdin;\n"))
                .isEmpty();
    }
}
