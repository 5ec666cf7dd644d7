package dev.revgraph.cli.command;

import dev.revgraph.ErrorCode;
import dev.revgraph.cli.CommandException;
import dev.revgraph.cli.ExitCode;
import dev.revgraph.cli.authoring.Parents;
import dev.revgraph.cli.authoring.Reparenting;
import dev.revgraph.cli.authoring.SourceFolder;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a head on top of another one. */
@Command(
        name = "rebase",
        header = "Put a line of revisions that no database has on top of another revision.",
        footer = {"", "Examples:", "  rebase 20250602_add_tier_prices --onto 20250605_add_overage_charges"})
final class RebaseCommand extends Subcommand {

    @Parameters(paramLabel = "REV", description = "The last revision of the line; the whole line since the fork moves.")
    private String revision = "";

    @Option(names = "--onto", paramLabel = "REV", required = true, description = "What the line is to follow.")
    private String onto = "";

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder of the files; that of --location if not given.")
    private @Nullable Path folder;

    @Option(names = "--offline", description = "Ask no database whether it has the revisions.")
    private boolean offline;

    RebaseCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        RevisionGraph graph = engine().revisions().graph();
        Parents parents = new Parents(graph);
        Reparenting change = Reparenting.of(graph, parents.one(revision), parents.one(onto));
        if (offline || !workplace().hasDatabase()) {
            output().say("No database is asked whether it has the revisions already.");
        } else {
            requireNotApplied(change);
        }
        Path file = file(graph, change.lowest());
        if (!graph.parents(change.lowest()).equals(List.of(change.onto()))) {
            change.writeTo(file);
        }
        if (json()) {
            output().json(Map.of("changed", List.of(new Changed(change.lowest().value(), file.toString()))));
        } else {
            output().text(file + "\n");
        }
        return ExitCode.DONE;
    }

    /** A file in the JSON of what was changed. */
    private record Changed(String revision, String path) {}

    private void requireNotApplied(Reparenting change) {
        List<String> applied = engine().situation().applied().stream()
                .filter(change.moved()::contains)
                .map(RevisionId::value)
                .sorted()
                .toList();
        if (!applied.isEmpty()) {
            throw new CommandException(
                    ErrorCode.ALREADY_APPLIED,
                    "The database has \"" + String.join("\", \"", applied)
                            + "\" already, so the line cannot move. Nothing has been written.",
                    "Type `rebase " + onto + " --onto " + revision + "` to move the other line, or `merge` to join"
                            + " both.",
                    applied);
        }
    }

    private Path file(RevisionGraph graph, RevisionId id) {
        Path declared = Path.of(graph.get(id).origin().source());
        return folder == null && Files.isRegularFile(declared)
                ? declared
                : SourceFolder.find(folder, workplace().locations()).resolve(declared.getFileName());
    }
}
