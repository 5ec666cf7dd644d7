package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ForeignScriptTest {

    private static ForeignScript parse(String text) {
        return ForeignScript.parse("V1__a.sql", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void commentsThatWouldBeginASectionAreOrdinaryOnes() {
        ForeignScript script = parse("-- +downgrade\r\nSELECT '\n-- +upgrade\n', $$\n-- +upgrade\n$$; -- +x\n--+y\n");

        assertThat(script.text())
                .isEqualTo("-- # +downgrade\nSELECT '\n-- +upgrade\n', $$\n-- +upgrade\n$$; -- +x\n-- #+y\n");
    }

    @Test
    void dataOfCopyIsLeftAsItIs() {
        String text = "COPY t FROM stdin;\n-- +note\n\\.\nSELECT 1;\n";

        assertThat(parse(text).text()).isEqualTo(text);
    }

    @Test
    void namesTheStatementThatNeedsToBeOutsideATransaction() {
        assertThat(parse("CREATE TABLE t (i int); CREATE INDEX CONCURRENTLY x\n ON t (i);")
                        .detached())
                .contains("CREATE INDEX CONCURRENTLY x ON t (i)");
        assertThat(parse("CREATE TABLE t (i int); CALL p();").detached()).isEmpty();
    }

    @Test
    void whatCannotBeSplitIsNamedByFileAndLine() {
        assertThatThrownBy(() -> parse("SELECT 1;\nSELECT 'open;\n"))
                .isInstanceOf(ScriptException.class)
                .hasMessageStartingWith("V1__a.sql:2: ");
    }
}
