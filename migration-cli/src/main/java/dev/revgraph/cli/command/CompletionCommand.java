package dev.revgraph.cli.command;

import dev.revgraph.cli.ExitCode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a shell complete what is typed. */
@Command(
        name = "completion",
        header = "Print a script that lets the shell complete commands and options.",
        footer = {
            "",
            "Completion goes by the first word that is typed, so give the program a short name before:",
            "  alias migration='java -jar /opt/migration-cli.jar'",
            "",
            "Examples:",
            "  completion bash             in ~/.bashrc: source <(migration completion bash)",
            "  completion zsh              in ~/.zshrc: source <(migration completion zsh)",
            "  completion bash --name revgraph"
        })
final class CompletionCommand extends Subcommand {

    /** One script serves both, since zsh understands the completions of bash. */
    enum Kind {
        bash,
        zsh
    }

    @Spec
    private @Nullable CommandSpec self;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private Kind shell = Kind.bash;

    @Option(
            names = "--name",
            paramLabel = "WORD",
            defaultValue = "migration",
            description = "The word that stands for the program, ${DEFAULT-VALUE} if not given.")
    private String name = "migration";

    CompletionCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        if (!name.matches("[A-Za-z][\\w-]*")) {
            throw usage("\"" + name + "\" is no word that a shell takes for a command.");
        }
        CommandSpec spec = Objects.requireNonNull(self, "Set by picocli.");
        String script = AutoComplete.bash(name, spec.root().commandLine());
        output().text(shell == Kind.zsh ? script.replaceFirst("^#!.*\n", "") : script);
        return ExitCode.DONE;
    }
}
