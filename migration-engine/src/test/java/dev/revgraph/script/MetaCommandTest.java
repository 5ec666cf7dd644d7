package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\d users                 | \\d       | Remove the line.",
                "\\i other.sql             | \\i       | a revision of its own",
                "\\copy t FROM 'x'         | \\copy    | COPY … FROM stdin",
                "\\set x 1                 | \\set     | placeholder",
                "\\restrict abc            | \\restrict | Remove the line.",
                "SELECT 1 \\gset           | \\gset    | placeholder",
                "SELECT 1 \\; SELECT 2     | \\;       | plain semicolon",
                "SELECT '\\d' \\\\ SELECT  | \\\\      | Remove the line.",
                "\\!                       | \\!       | Remove the line.",
            })
    void isNoSql(String line, String command, String action) {
        assertThat(Parsing.upgrade("SELECT 1;\n" + line + "\n;SELECT 2;"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.line()).isEqualTo(5);
                    assertThat(finding.message())
                            .isEqualTo(
                                    "\"" + command + "\" is a command of psql, not SQL; the server does not know it.");
                    assertThat(finding.action()).contains(action);
                });
    }

    @Test
    void theMarkThatEndsDataNeedsACopyStatement() {
        assertThat(Parsing.messages(Parsing.upgrade("INSERT INTO t VALUES (1);\n\\.\n")))
                .containsExactly("bad-script 5: \"\\.\" ends the data of no COPY … FROM stdin statement.");
    }

    @Test
    void everyOneIsReported() {
        assertThat(Parsing.upgrade("\\d\n\\x it's\nSELECT 1;\n\\q\n"))
                .extracting(Finding::line)
                .containsExactly(4, 5, 7);
    }

    @Test
    void aBackslashInQuotesOrCommentsIsNone() {
        assertThat(Parsing.upgrade("SELECT '\\d', \"\\d\", $$\\d$$; -- \\d\n/* \\d */"))
                .isEmpty();
    }
}
