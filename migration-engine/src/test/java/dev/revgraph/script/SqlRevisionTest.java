package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.FileSystemResource;

/** A revision file between loading and running. */
class SqlRevisionTest {

    private static final String TEXT = "-- revises: base\n-- +upgrade\nSELECT 1;\n-- +downgrade\nSELECT 2;\n";

    @TempDir
    Path folder;

    @Test
    void isReadAgainWhenItRuns() throws Exception {
        SqlRevision revision = written(TEXT);

        SqlScript script = revision.read(Map.of());

        assertThat(script.upgrade()).containsExactly(new SqlStatement("SELECT 1", 3, null, false));
        assertThat(script.downgrade()).containsExactly(new SqlStatement("SELECT 2", 5, null, false));
        assertThat(script.downgradeText()).isEqualTo("SELECT 2;\n");
    }

    @Test
    void mayChangeItsLayoutInBetween() throws Exception {
        SqlRevision revision = written(TEXT);
        write("-- Described\n" + TEXT.replace("SELECT", "SELECT\n"));

        assertThat(revision.read(Map.of()).upgrade()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1;~SELECT 3;",
                "SELECT 2;~SELECT 3;",
                "-- +downgrade~-- +upgrade",
                "SELECT~COMMIT; SELECT"
            })
    void mayNotChangeOtherwise(String change) throws Exception {
        SqlRevision revision = written(TEXT);
        String[] parts = change.split("~", 2);
        write(TEXT.replace(parts[0], parts[1]));

        assertThatThrownBy(() -> revision.read(Map.of())).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e).hasMessageContaining("The file is another one than when the revisions were loaded");
            assertThat(e.revisions()).containsExactly("the_file");
        });
    }

    @Test
    void mayNotDisappear() throws Exception {
        SqlRevision revision = written(TEXT);
        java.nio.file.Files.delete(folder.resolve("x.sql"));

        assertThatThrownBy(() -> revision.read(Map.of()))
                .isInstanceOf(ScriptException.class)
                .hasMessageStartingWith("the_file.sql: The file cannot be read: ");
    }

    @Test
    void hasNoDowngradeTextWithoutADowngrade() {
        SqlScript script = Files.revision("-- +upgrade\nSELECT 1;").read(Map.of());

        assertThat(script.downgrade()).isEmpty();
        assertThat(script.downgradeText()).isNull();
    }

    @Test
    void hasAnEmptyDowngradeTextForAnEmptyDowngrade() {
        assertThat(Files.revision("-- +upgrade\n-- +downgrade").read(Map.of()).downgradeText())
                .isEmpty();
    }

    @Test
    void keepsTheDowngradeAsItStandsInTheFile() {
        String downgrade = "-- why\nDROP TABLE a;\n\nCOPY t FROM stdin;\n1\n\\.\n";

        SqlScript first = Files.revision("-- +downgrade\n" + downgrade + "-- +upgrade\nSELECT 1;")
                .read(Map.of());
        SqlScript last = Files.revision("-- +upgrade\nSELECT 1;\n-- +downgrade\n" + downgrade)
                .read(Map.of());

        assertThat(List.of(String.valueOf(first.downgradeText()), String.valueOf(last.downgradeText())))
                .containsOnly(downgrade);
    }

    @Test
    void saysWhetherTheSessionChanges() {
        SqlScript script = Files.revision("-- +upgrade\nSELECT 1;\nSET work_mem = '1MB';\n-- +downgrade\nSELECT 1;")
                .read(Map.of());

        assertThat(script.upgradeChangesSession()).isTrue();
        assertThat(script.downgradeChangesSession()).isFalse();
    }

    private SqlRevision written(String text) throws Exception {
        write(text);
        return Files.revision(Files.of(new FileSystemResource(folder.resolve("x.sql"))));
    }

    private void write(String text) throws Exception {
        java.nio.file.Files.write(folder.resolve("x.sql"), text.getBytes(StandardCharsets.UTF_8));
    }
}
