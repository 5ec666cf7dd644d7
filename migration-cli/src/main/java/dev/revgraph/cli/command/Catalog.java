package dev.revgraph.cli.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All commands, in the order in which the help lists them. Command objects belong to one run, so they are new ones. */
public final class Catalog {

    private static final List<String> NAMES = List.of(
            "status",
            "current",
            "heads",
            "branches",
            "history",
            "show",
            "graph",
            "upgrade",
            "downgrade",
            "stamp",
            "repair",
            "create",
            "merge",
            "rebase",
            "validate",
            "check",
            "drift",
            "adopt",
            "backup",
            "restore",
            "reset",
            "completion");

    private Catalog() {}

    public static List<Object> commands(Tools tools) {
        return NAMES.stream()
                .flatMap(name -> Optional.ofNullable(of(name, tools)).stream())
                .toList();
    }

    /**
     * The one that is asked for, where nothing but that one has to be known. To read the annotations of all of them
     * takes longer than most commands do.
     *
     * @param first what was typed first
     */
    public static Optional<Object> alone(String first, Tools tools) {
        return first.equals("completion") ? Optional.empty() : Optional.ofNullable(of(first, tools));
    }

    private static @Nullable Object of(String name, Tools tools) {
        return switch (name) {
            case "status" -> new StatusCommand(tools);
            case "current" -> new CurrentCommand(tools);
            case "heads" -> new HeadsCommand(tools);
            case "branches" -> new BranchesCommand(tools);
            case "history" -> new HistoryCommand(tools);
            case "show" -> new ShowCommand(tools);
            case "graph" -> new GraphCommand(tools);
            case "upgrade" -> new UpgradeCommand(tools);
            case "downgrade" -> new DowngradeCommand(tools);
            case "stamp" -> new StampCommand(tools);
            case "repair" -> new RepairCommand(tools);
            case "create", "revision" -> new CreateCommand(tools);
            case "merge" -> new MergeCommand(tools);
            case "rebase" -> new RebaseCommand(tools);
            case "validate" -> new ValidateCommand(tools);
            case "check" -> new CheckCommand(tools);
            case "drift" -> new DriftCommand(tools);
            case "adopt" -> new AdoptCommand(tools);
            case "backup" -> new BackupCommand(tools);
            case "restore" -> new RestoreCommand(tools);
            case "reset" -> new ResetCommand(tools);
            case "completion" -> new CompletionCommand(tools);
            default -> null;
        };
    }
}
