package dev.revgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.command.Typed;
import dev.revgraph.cli.output.Output;
import dev.revgraph.cli.output.Palette;
import dev.revgraph.cli.standalone.StandaloneWorkplaces;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

    private static CommandLine root() {
        return new Commands(
                        new StandaloneWorkplaces(Map.of()),
                        new Output(System.out, System.err, Palette.PLAIN, Clock.systemUTC()))
                .commandLine();
    }

    static Stream<String> commands() {
        return root().getSubcommands().values().stream()
                .map(CommandLine::getCommandName)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandSaysWhatItIsForAndHasExamplesThatCanBeTyped(String name) {
        CommandLine command = Objects.requireNonNull(root().getSubcommands().get(name));
        String[] footer = command.getCommandSpec().usageMessage().footer();
        assertThat(command.getCommandSpec().usageMessage().header()).isNotEmpty();
        int examples = Arrays.asList(footer).indexOf("Examples:");
        assertThat(examples).as("examples of %s", name).isNotNegative();
        List<String> lines = Arrays.asList(footer).subList(examples + 1, footer.length);
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            String[] words = words(line.strip().split(" {2,}| > ", 2)[0]);
            assertThat(words[0]).as(line).isEqualTo(name);
            root().parseArgs(Typed.marked(words));
        }
    }

    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("'([^']*)'|(\\S+)").matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words.toArray(String[]::new);
    }
}
