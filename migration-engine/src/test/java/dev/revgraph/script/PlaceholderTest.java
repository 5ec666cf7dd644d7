package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {

    private static final Map<String, String> VALUES =
            Map.of("role", "reader", "my.own-name_2", "x", "two", "a;b", "dollar", "${role}", "empty", "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GRANT SELECT ON t TO ${role}                 | GRANT SELECT ON t TO reader",
                "SELECT ${my.own-name_2}                      | SELECT x",
                "SELECT log_${role}_t, ${role}2               | SELECT log_reader_t, reader2",
                "SELECT '${role}', \"${role}\", $$${role}$$   | SELECT 'reader', \"reader\", $$reader$$",
                "SELECT '${role}${role}'                      | SELECT 'readerreader'",
                "SELECT '${role}' -- ${role}, ${unknown}      | SELECT '${role}' -- ${role}, ${unknown}",
                "SELECT 1 /* ${unknown} */ + '${role}'        | SELECT 1 /* ${unknown} */ + 'reader'",
                "SELECT '${dollar}'                           | SELECT '${role}'",
                "SELECT '${empty}'                            | SELECT ''",
                "SELECT '$role', '$', '${', '${}', '${1a}'    | SELECT '$role', '$', '${', '${}', '${1a}'",
                "SELECT '${ role }', '$ {role}', '${ro le}'   | SELECT '${ role }', '$ {role}', '${ro le}'",
            })
    void isReplacedInSqlAndNotInComments(String sql, String expected) throws Exception {
        String shown = expected.replaceFirst("'\\$\\{role}' -- .*", "'reader'");

        assertThat(Files.revision("-- +upgrade\n" + sql).read(VALUES).upgrade())
                .extracting(SqlStatement::text)
                .containsExactly(shown);
    }

    @Test
    void isNotReplacedInCopyData() {
        SqlScript script = Files.revision("-- +upgrade\nCOPY ${role} FROM stdin;\n${role} ${unknown}\n\\.\n")
                .read(VALUES);

        assertThat(script.upgrade())
                .containsExactly(
                        new SqlStatement("COPY reader FROM stdin", 3, new CopyData("${role} ${unknown}\n", 4), false));
    }

    @Test
    void doesNotMoveTheEndOfAStatement() {
        assertThat(Files.revision("-- +upgrade\nSELECT ${two}; SELECT 2")
                        .read(VALUES)
                        .upgrade())
                .extracting(SqlStatement::text)
                .containsExactly("SELECT a;b", "SELECT 2");
    }

    @Test
    void doesNotMoveTheLines() {
        assertThat(Files.revision("-- +upgrade\nSELECT ${role};\nSELECT 2;")
                        .read(Map.of("role", "a\nb"))
                        .upgrade())
                .extracting(SqlStatement::line)
                .containsExactly(3, 4);
    }

    @Test
    void isReplacedInTheStoredDowngrade() {
        SqlScript script = Files.revision(
                        "-- +upgrade\n-- +downgrade\n-- ${role}\nDROP ${role};\nCOPY t FROM stdin;\n${role}\n\\.\n")
                .read(VALUES);

        assertThat(script.downgradeText()).isEqualTo("-- ${role}\nDROP reader;\nCOPY t FROM stdin;\n${role}\n\\.\n");
    }

    @Test
    void countsUnreplacedForTheChecksum() {
        assertThat(Parsing.file(Parsing.HEADER + "-- +upgrade\nSELECT log_${a};")
                        .checksums())
                .isNotEqualTo(Parsing.file(Parsing.HEADER + "-- +upgrade\nSELECT log_ ${a};")
                        .checksums())
                .isNotEqualTo(Parsing.file(Parsing.HEADER + "-- +upgrade\nSELECT log_${b};")
                        .checksums());
    }

    @Test
    void withoutAValueIsRefusedWithItsLine() {
        SqlRevision revision = Files.revision("-- +upgrade\nSELECT 1;\nSELECT $$\n\n${rolle}$$;");

        assertThatThrownBy(() -> revision.read(VALUES))
                .isInstanceOf(ScriptException.class)
                .hasMessage("the_file.sql:6: The placeholder ${rolle} has no value. Perhaps ${role} is meant.")
                .extracting(e -> ((ScriptException) e).action())
                .asString()
                .contains("migration.placeholders.rolle")
                .contains("'$' || '{rolle}'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT a${", "SELECT a${b", "SELECT ${-a}", "SELECT a$${b}"})
    void isNotSeenInMalformedText(String sql) {
        assertThat(Files.revision("-- +upgrade\n" + sql).read(Map.of("b", "x")).upgrade())
                .extracting(SqlStatement::text)
                .containsExactly(sql.equals("SELECT a$${b}") ? "SELECT a$x" : sql);
    }
}
