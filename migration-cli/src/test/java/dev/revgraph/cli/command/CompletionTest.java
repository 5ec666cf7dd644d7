package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Shell;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void bashCompletesCommandsAndOptions() throws Exception {
        assertThat(completed("migration up")).isEqualTo("upgrade");
        assertThat(completed("migration upgrade --dr")).isEqualTo("--dry-run");
        assertThat(completed("migration graph --as m")).isEqualTo("mermaid");
    }

    @Test
    void takesAnyWordThatAShellTakes() {
        assertThat(Shell.in(folder)
                        .run("completion", "zsh", "--name", "revgraph")
                        .succeeds()
                        .results())
                .contains("revgraph");
        Shell.in(folder).run("completion", "bash", "--name", "a; rm -rf /").exitsWith(2);
        assertThat(Shell.in(folder).run("completion", "fish").exitsWith(2).words())
                .contains("bash", "zsh");
    }

    /** What bash offers after this. */
    private String completed(String line) throws Exception {
        Path script = folder.resolve("completion.bash");
        Files.writeString(
                script, Shell.in(folder).run("completion", "bash").succeeds().results());
        Process bash = new ProcessBuilder("bash", "-c", """
                        source "$0"
                        COMP_LINE="$1"; COMP_POINT=${#COMP_LINE}
                        read -ra COMP_WORDS <<< "$COMP_LINE"; COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                        compopt() { :; }
                        _complete_migration
                        echo "${COMPREPLY[@]}"
                        """, script.toString(), line)
                .redirectErrorStream(true)
                .start();
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
