package dev.revgraph.cli.command;

import dev.revgraph.MigrationEngine;
import dev.revgraph.cli.LastWords;
import dev.revgraph.cli.Root;
import dev.revgraph.cli.Workplace;
import dev.revgraph.cli.WorkplaceFactory;
import dev.revgraph.cli.output.Output;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What all commands share: they open a workplace, do something in it, and print a result. */
abstract class Subcommand implements Callable<Integer> {

    private final WorkplaceFactory workplaces;
    private final Output output;
    private final LastWords lastWords;

    @ParentCommand
    private @Nullable Root root;

    @Spec
    private @Nullable CommandSpec spec;

    private @Nullable Workplace workplace;

    Subcommand(Tools tools) {
        this.workplaces = tools.workplaces();
        this.output = tools.output();
        this.lastWords = tools.lastWords();
    }

    /** Does it; the result is the exit code. */
    abstract int run();

    @Override
    public final Integer call() {
        try (Workplace opened = workplaces.open(root().connection(), new Progress(output, lastWords))) {
            workplace = opened;
            return run();
        }
    }

    final Workplace workplace() {
        return Objects.requireNonNull(workplace, "The command runs.");
    }

    final MigrationEngine engine() {
        return workplace().engine();
    }

    /** The engine, for a command that is nothing without a database. */
    final MigrationEngine database() {
        if (!workplace().hasDatabase()) {
            throw usage("No database is named: type `--url jdbc:postgresql://host:port/db`, or set MIGRATION_URL or"
                    + " DATABASE_URL.");
        }
        return engine();
    }

    final ParameterException usage(String message) {
        return new ParameterException(
                Objects.requireNonNull(spec, "Set by picocli.").commandLine(), message);
    }

    /** The command as it was typed, without what may hold a secret, to be typed again with something more. */
    final String typed() {
        CommandSpec command = Objects.requireNonNull(spec, "Set by picocli.");
        StringBuilder typed = new StringBuilder(command.name());
        for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
            if (!option.inherited() && !option.longestName().endsWith("-url")) {
                if (option.arity().max() == 0) {
                    typed.append(' ').append(option.longestName());
                } else {
                    option.originalStringValues()
                            .forEach(value -> typed.append(' ')
                                    .append(option.longestName())
                                    .append(' ')
                                    .append(value.contains(" ") ? "'" + value + "'" : value));
                }
            }
        }
        return Typed.text(typed.toString());
    }

    final Output output() {
        return output;
    }

    final boolean json() {
        return root().json();
    }

    private Root root() {
        return Objects.requireNonNull(root, "Set by picocli.");
    }
}
