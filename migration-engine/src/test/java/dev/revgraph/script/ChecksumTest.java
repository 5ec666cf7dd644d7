package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT a+1;          | SELECT  a\\n +\\t1 ;",
                "SELECT 1;            | -- why\\nSELECT /* what */ 1;",
                "SELECT 1;            | SELECT 1",
                "SELECT 1;            | ;;SELECT 1;;",
                "SELECT 1;            | SELECT 1;\\n\\n",
                "SELECT 'a'\\n'b';    | SELECT 'a' -- x\\n   'b';",
                "SELECT 'a\\nb';      | SELECT 'a\\r\\nb';",
                "SELECT 1;\\n-- +downgrade\\nx; | SELECT 1;",
                "COPY t FROM stdin;\\n1\\n\\.\\n | COPY t\\nFROM stdin ;\\n1\\n\\.\\n-- end",
                "COPY t FROM stdin;\\n1\\n\\.\\n | COPY t FROM stdin;\\r\\n1\\r\\n\\.\\r\\n",
            })
    void doesNotCountLayoutAndComments(String sql, String other) {
        assertThat(upgrade(sql)).isEqualTo(upgrade(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1;            | SELECT 2;",
                "SELECT 1;            | select 1;",
                "SELECT 'a';          | SELECT 'A';",
                "SELECT 'a b';        | SELECT 'a  b';",
                "SELECT 'a';          | SELECT E'a';",
                "SELECT '--a';        | SELECT '';",
                "SELECT $$ a $$;      | SELECT $$ a  $$;",
                "SELECT a b;          | SELECT ab;",
                "SELECT \"a\";        | SELECT a;",
                "SELECT 1; SELECT 2;  | SELECT 2; SELECT 1;",
                "SELECT 1; SELECT 2;  | SELECT 1 SELECT 2;",
                "SELECT ä;            | SELECT ö;",
                "COPY t FROM stdin;\\n1\\n\\.\\n | COPY t FROM stdin;\\n2\\n\\.\\n",
                "COPY t FROM stdin;\\n1\\n\\.\\n | COPY t FROM stdin;\\n 1\\n\\.\\n",
                "COPY t FROM stdin;\\n1\\n\\.\\n | COPY t FROM stdin;\\n--1\\n\\.\\n",
            })
    void countsEverythingElse(String sql, String other) {
        assertThat(upgrade(sql)).isNotEqualTo(upgrade(other));
    }

    @Test
    void isTakenApartForUpgradeAndDowngrade() {
        Checksums checksums = checksums("SELECT 1;\n-- +downgrade\nSELECT 1;\n");

        assertThat(checksums.downgrade()).isEqualTo(checksums.upgrade());
        assertThat(checksums("SELECT 1;\n-- +downgrade\nSELECT 2;\n").upgrade()).isEqualTo(checksums.upgrade());
        assertThat(checksums("SELECT 2;\n-- +downgrade\nSELECT 1;\n").downgrade())
                .isEqualTo(checksums.downgrade());
    }

    @Test
    void doesNotCountTheHeader() {
        assertThat(Parsing.file("-- revises: a\n-- +upgrade\nSELECT 1;").checksums())
                .isEqualTo(Parsing.file("-- Other\n-- revises: b\n-- +upgrade\nSELECT 1;")
                        .checksums());
    }

    /** Databases keep these values: if this test fails, the algorithm needs another name. */
    @Test
    void staysWhatDatabasesHaveStored() {
        Checksums checksums = checksums("CREATE TABLE t (a text DEFAULT 'ä');\nCOPY t FROM stdin;\n1\n\\.\n");

        assertThat(checksums.algorithm()).isEqualTo("sha256-tokens-1");
        assertThat(checksums.upgrade()).isEqualTo("b8a3e0f9f8a9e81371c1e4865cfdb5d850b5e75b0ea31dbf82ba8b8a97c97903");
    }

    private static String upgrade(String sql) {
        return checksums(sql.replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t"))
                .upgrade();
    }

    private static Checksums checksums(String sql) {
        RevisionFile file =
                RevisionFileParser.parse(ScriptText.withLineFeeds(Parsing.HEADER + "-- +upgrade\n" + sql), "x");
        assertThat(file.findings()).isEmpty();
        return file.checksums();
    }
}
