package dev.revgraph.cli;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.cli.command.Catalog;
import dev.revgraph.cli.command.Tools;
import dev.revgraph.cli.command.Typed;
import dev.revgraph.cli.output.Output;
import dev.revgraph.run.StatementFailedException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads what was typed, runs it, and reports what goes wrong: one error, in text or JSON, and an exit code. */
public final class Commands {

    private final WorkplaceFactory workplaces;
    private final Output output;
    private final LastWords lastWords = new LastWords();

    public Commands(WorkplaceFactory workplaces, Output output) {
        this.workplaces = workplaces;
        this.output = output;
    }

    /** Runs one command line as the whole of this process, which ends with it. */
    public void runAndExit(String... arguments) {
        System.exit(lastWords.await(() -> run(arguments)));
    }

    /** Runs one command line; the result is the exit code. */
    public int run(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        return commandLine(first, isJson(arguments)).execute(Typed.marked(arguments));
    }

    /** All commands with their options, as the documentation describes them. */
    public CommandLine commandLine() {
        return commandLine("", false);
    }

    private CommandLine commandLine(String first, boolean json) {
        Root root = new Root();
        CommandLine line = new CommandLine(root);
        Tools tools = new Tools(workplaces, output, lastWords);
        Catalog.alone(first, tools)
                .map(List::of)
                .orElseGet(() -> Catalog.commands(tools))
                .forEach(line::addSubcommand);
        line.setCommandName(workplaces.invocation());
        line.getCommandSpec().usageMessage().description("Brings a PostgreSQL database along a graph of revisions.");
        line.setAbbreviatedOptionsAllowed(false);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setOut(new PrintWriter(output.results(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(output.words(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((failure, given) -> misuse(failure, json));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof ParameterException misuse) {
                return misuse(misuse, json);
            }
            return fail(failure, json, root.debug());
        });
        return line;
    }

    /** Looked for by hand: what cannot be parsed has to be reported in the right form too. */
    private static boolean isJson(String... arguments) {
        int format = Arrays.asList(arguments).indexOf("--format");
        return Arrays.asList(arguments).contains("--format=json")
                || (format >= 0 && format + 1 < arguments.length && arguments[format + 1].equals("json"));
    }

    private int misuse(ParameterException failure, boolean json) {
        String message = Typed.text(
                failure instanceof UnmatchedArgumentException unmatched
                        ? unmatched(unmatched)
                        : String.valueOf(failure.getMessage()));
        CommandLine command = failure.getCommandLine();
        String name = command.getParent() == null ? "" : command.getCommandName() + " ";
        String help = "Type `" + name + "--help` for what can be typed.";
        List<String> near = failure instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream().limit(3).toList()
                : List.of();
        String action = near.isEmpty() ? help : "Perhaps `" + String.join("` or `", near) + "` is meant. " + help;
        report(ErrorCode.USAGE, message, action, List.of(), json);
        return ExitCode.USAGE;
    }

    private static String unmatched(UnmatchedArgumentException failure) {
        String typed = failure.getUnmatched().get(0);
        CommandLine command = failure.getCommandLine();
        if (typed.startsWith("-")) {
            return "There is no option \"" + typed.split("=", 2)[0] + "\".";
        }
        return command.getParent() == null
                ? "There is no command \"" + typed + "\"."
                : "\"" + typed + "\" is one word too many for `" + command.getCommandName() + "`.";
    }

    private int fail(Exception failure, boolean json, boolean debug) {
        if (debug) {
            failure.printStackTrace(output.words());
        }
        if (failure instanceof MigrationException explained) {
            explain(explained, json);
            return explained.code() == ErrorCode.USAGE ? ExitCode.USAGE : ExitCode.FAILED;
        }
        report(
                ErrorCode.INTERNAL,
                "The command fails in a way that nobody has thought of: " + failure + ".",
                "Run it again with `--debug` and report what it prints.",
                List.of(),
                json);
        return ExitCode.FAILED;
    }

    private void explain(MigrationException failure, boolean json) {
        if (!json) {
            output.say(failure.getMessage());
            if (!failure.details().isEmpty()) {
                output.say("\n" + failure.details() + "\n");
            }
            output.say(failure.action());
            return;
        }
        if (!failure.details().isEmpty()) {
            output.say(failure.details());
        }
        Map<String, Object> error = error(failure.code(), failure.getMessage(), failure.action(), failure.revisions());
        if (failure instanceof StatementFailedException statement) {
            statement.diagnosis().ifPresent(diagnosis -> error.put("diagnosis", diagnosis));
        }
        output.json(Map.of("error", error));
    }

    private void report(ErrorCode code, String message, String action, List<String> revisions, boolean json) {
        if (json) {
            output.json(Map.of("error", error(code, message, action, revisions)));
        } else {
            output.say(message);
            output.say(action);
        }
    }

    private static Map<String, Object> error(ErrorCode code, String message, String action, List<String> revisions) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code.text());
        error.put("message", message);
        error.put("action", action);
        error.put("revisions", revisions);
        return error;
    }
}
