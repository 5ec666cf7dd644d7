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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The second half of the page about commands is what the commands say of themselves. */
class CommandHelpPageTest {

    private static final Path PAGE = Path.of("../docs/commands.md");
    private static final String BEGIN = "## Help of every command\n";

    private final CommandLine root = new Commands(
                    new StandaloneWorkplaces(Map.of()),
                    new Output(System.out, System.err, Palette.PLAIN, Clock.systemUTC()))
            .commandLine();

    @Test
    void pageEndsWithTheHelpOfEveryCommand() throws IOException {
        String page = Files.readString(PAGE);
        String written = page.substring(0, page.indexOf(BEGIN)) + generated();
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(PAGE, written);
        }

        assertThat(Files.readString(PAGE))
                .as("-Ddocs.update=true writes it anew")
                .isEqualTo(written);
    }

    private String generated() {
        String help = root.getSubcommands().entrySet().stream()
                .filter(entry -> entry.getKey().equals(entry.getValue().getCommandName()))
                .map(entry -> section(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
        return BEGIN + "\nGenerated from the commands; a test holds it to them.\n\n" + help;
    }

    /** The options that all commands share are described once, in the first half. */
    private static String section(String name, CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        StringBuilder section = new StringBuilder("### " + name + "\n\n");
        section.append(text(usage.header()));
        if (usage.description().length > 0) {
            section.append(' ').append(text(usage.description()));
        }
        String operands = command.getCommandSpec().positionalParameters().stream()
                .map(operand -> "`" + operand.paramLabel() + "`: " + text(operand.description()))
                .collect(Collectors.joining(" "));
        section.append(operands.isEmpty() ? "" : " " + operands).append("\n\n");
        command.getCommandSpec().options().stream()
                .filter(option -> !option.inherited() && !option.usageHelp() && !option.versionHelp())
                .forEach(option -> section.append("- `")
                        .append(String.join("`, `", option.names()))
                        .append("` ")
                        .append(text(option.description()))
                        .append('\n'));
        String examples = Stream.of(usage.footer())
                .filter(line -> line.startsWith("  ") && !line.matches(" +[0-9] .*"))
                .map(line -> line.substring(2))
                .collect(Collectors.joining("\n"));
        if (section.charAt(section.length() - 2) != '\n') {
            section.append('\n');
        }
        return section + (examples.isEmpty() ? "" : "```text\n" + examples + "\n```\n");
    }

    private static String text(String[] lines) {
        return String.join(" ", lines).replace("%n", " ").replace("|", "\\|").strip();
    }
}
