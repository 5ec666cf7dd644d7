package dev.revgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.output.Output;
import dev.revgraph.cli.output.Palette;
import dev.revgraph.cli.standalone.StandaloneWorkplaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class CommandsDocumentTest {

    private final CommandLine root = new Commands(
                    new StandaloneWorkplaces(Map.of()),
                    new Output(System.out, System.err, Palette.PLAIN, Clock.systemUTC()))
            .commandLine();

    @Test
    void documentHasEveryCommandWithItsOptionsAndNoOther() throws IOException {
        String document = Files.readString(Path.of("../docs/commands.md"));
        root.getSubcommands().forEach((name, command) -> {
            if (name.equals(command.getCommandName())) {
                String row = document.lines()
                        .filter(line -> line.startsWith("| `" + name + "`"))
                        .findFirst()
                        .orElse("");
                assertThat(optionsIn(row.replaceAll("^\\|[^|]*\\|([^|]*)\\|.*", "$1")))
                        .as("options of \"%s\" in docs/commands.md: \"%s\"", name, row)
                        .isEqualTo(own(command));
                assertThat(row).isNotEmpty();
            }
        });
        long rows =
                document.lines().filter(line -> line.matches("\\| `[a-z].*")).count();
        assertThat(rows)
                .isEqualTo(root.getSubcommands().values().stream().distinct().count());
    }

    private static Set<String> optionsIn(String cell) {
        Set<String> options = new TreeSet<>();
        Pattern.compile("--[a-z-]+").matcher(cell).results().forEach(match -> options.add(match.group()));
        return options;
    }

    private static Set<String> own(CommandLine command) {
        Set<String> options = new TreeSet<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.inherited() && !option.usageHelp() && !option.versionHelp()) {
                options.add(option.longestName());
            }
        }
        return options;
    }
}
