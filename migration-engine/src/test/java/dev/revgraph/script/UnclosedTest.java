package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is opened and never closed is reported with the line in which it was opened. */
class UnclosedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 'it''s;              | A string is opened in this line and never closed.",
                "SELECT E'it\\'              | A string is opened in this line and never closed.",
                "SELECT U&'a                 | A string is opened in this line and never closed.",
                "SELECT \"a\"\"              | A quoted identifier is opened in this line and never closed.",
                "SELECT U&\"a                | A quoted identifier is opened in this line and never closed.",
                "SELECT $$a                  | A dollar quote is opened in this line with $$ and never closed.",
                "SELECT $f$a$$ $F$           | A dollar quote is opened in this line with $f$ and never closed.",
                "SELECT 1 /* /* */           | A comment is opened in this line with /* and never closed.",
                "SELECT (1                   | A parenthesis is opened in this line and never closed.",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE 1 END; | A BEGIN in the body of a routine"
                        + " stands in this line and no END closes it.",
            })
    void isReported(String statement, String message) {
        assertThat(Parsing.upgrade("SELECT 1;\n" + statement + "\n\n;\n"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(ErrorCode.BAD_SCRIPT);
                    assertThat(finding.line()).isEqualTo(5);
                    assertThat(finding.message()).isEqualTo(message);
                    assertThat(finding.action()).isNotEmpty();
                });
    }

    @Test
    void aParenthesisIsNotClosedByTheNextSection() {
        RevisionFile file = Parsing.file(Parsing.HEADER + "-- +upgrade\nSELECT (1;\n-- +downgrade\nSELECT 1);\n");

        assertThat(Parsing.messages(file.findings()))
                .containsExactly("bad-script 4: A parenthesis is opened in this line and never closed.");
    }
}
