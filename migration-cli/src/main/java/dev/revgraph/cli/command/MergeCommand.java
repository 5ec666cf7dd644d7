package dev.revgraph.cli.command;

import dev.revgraph.cli.authoring.Content;
import dev.revgraph.cli.authoring.NewRevision;
import dev.revgraph.cli.authoring.Parents;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a revision that joins heads. */
@Command(
        name = "merge",
        header = "Write a revision file that joins heads.",
        footer = {"", "Examples:", "  merge", "  merge -m 'Merge usage and billing' 2025051 20250602"})
final class MergeCommand extends WritingCommand {

    @Parameters(arity = "0..*", paramLabel = "REV", description = "The heads to join; all of them if none is named.")
    private List<String> targets = List.of();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What it is for; names the heads if not given.")
    private @Nullable String message;

    MergeCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        RevisionGraph graph = engine().revisions().graph();
        List<String> joined = new Parents(graph)
                .toMerge(targets).stream().map(RevisionId::value).toList();
        String description = message == null ? "Merge " + String.join(" and ", joined) : message;
        return write(new NewRevision(
                names(graph).next(description), description, joined, List.of(), List.of(), today(), Content.MERGE));
    }
}
