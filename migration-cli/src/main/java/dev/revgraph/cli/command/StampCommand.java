package dev.revgraph.cli.command;

import dev.revgraph.plan.Move;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records revisions as applied, without running them. */
@Command(
        name = "stamp",
        header = "Record revisions as applied without running them.",
        footer = {
            "",
            "Examples:",
            "  stamp 20250515_add_usage_logs    its change was made by hand",
            "  stamp head                       an existing schema that is at the head",
            "  stamp base --purge               forget everything; the schema stays as it is"
        })
final class StampCommand extends MoveCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "TARGET",
            description = "What the current heads are to be; several form one new state.")
    private List<String> targets = List.of();

    @Option(names = "--purge", description = "Forget all records first.")
    private boolean purge;

    StampCommand(Tools tools) {
        super(tools);
    }

    @Override
    Move move() {
        Move move = Move.stamp(targets.stream().map(Typed::text).toList());
        return purge ? move.purging() : move;
    }
}
