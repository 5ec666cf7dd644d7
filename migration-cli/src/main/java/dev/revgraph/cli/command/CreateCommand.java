package dev.revgraph.cli.command;

import dev.revgraph.ErrorCode;
import dev.revgraph.cli.CommandException;
import dev.revgraph.cli.authoring.Content;
import dev.revgraph.cli.authoring.Names;
import dev.revgraph.cli.authoring.NewNames;
import dev.revgraph.cli.authoring.NewRevision;
import dev.revgraph.cli.authoring.Parents;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a new revision file. */
@Command(
        name = "create",
        aliases = "revision",
        header = "Write a new revision file, with the head as its parent.",
        footer = {
            "",
            "Examples:",
            "  create -m 'Add usage logs'",
            "  create -m 'Add usage logs' --id-style timestamp",
            "  create -m 'Add invoices' --parent base --branch billing",
            "  create -m 'Charge for usage' --branch billing --depends-on 20250515_add_usage_logs",
            "  create -m 'Add nicknames' --autogenerate --model schema.sql",
            "  create -m 'Take over what was done by hand' --autogenerate --from-database"
        })
final class CreateCommand extends WritingCommand {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            required = true,
            description = "What it is for; also makes the id.")
    private String message = "";

    @Option(
            names = "--parent",
            paramLabel = "REV",
            description = "What it follows: an id, label@head, or base for one that follows nothing.")
    private @Nullable String parent;

    @Option(
            names = "--branch",
            paramLabel = "LABEL",
            description = "An existing branch, whose head it follows, or the label of a new one.")
    private @Nullable String branch;

    @Option(names = "--depends-on", paramLabel = "REV", description = "What has to be applied before; may be repeated.")
    private List<String> dependsOn = List.of();

    @Option(names = "--splice", description = "The parent may have other children: a new branch begins there.")
    private boolean splice;

    @Option(names = "--force-name", description = "Take a description that says nothing.")
    private boolean forceName;

    @Mixin
    private final Autogeneration autogeneration = new Autogeneration();

    CreateCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        if (!forceName && Names.isPoor(message)) {
            throw new CommandException(
                    ErrorCode.POOR_NAME,
                    "\"" + message + "\" does not say what is changed, and the revision would be called so for ever."
                            + " Nothing has been written.",
                    "Describe the change, `create -m 'Add usage logs'`; or type `--force-name` as well.",
                    List.of());
        }
        RevisionGraph graph = engine().revisions().graph();
        Parents parents = new Parents(graph);
        boolean known = branch != null && isLabel(graph, branch);
        List<RevisionId> chosen = parents.of(parent == null && known ? branch + "@head" : parent, splice);
        List<String> needed = dependsOn.stream()
                .flatMap(target -> parents.resolve(target).stream())
                .map(RevisionId::value)
                .distinct()
                .toList();
        List<String> revises = chosen.stream().map(RevisionId::value).toList();
        List<String> labels = branch == null || known ? List.of() : List.of(branch);
        NewNames names = names(graph);
        if (autogeneration.isAsked(this)) {
            return write(autogeneration.revisions(this, names, message, revises, needed, labels));
        }
        return write(new NewRevision(names.next(message), message, revises, needed, labels, today(), Content.BLANK));
    }

    private static boolean isLabel(RevisionGraph graph, String name) {
        return graph.revisions().stream()
                .flatMap(id -> graph.get(id).labels().stream())
                .anyMatch(label -> label.name().value().equals(name));
    }
}
