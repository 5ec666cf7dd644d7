package dev.revgraph.cli.command;

import java.util.List;

/** All commands, in the order in which the help lists them. */
public final class Catalog {

    private Catalog() {}

    /** New ones, since a command object belongs to one run. */
    public static List<Object> commands(Tools tools) {
        return List.of(
                new StatusCommand(tools),
                new CurrentCommand(tools),
                new HeadsCommand(tools),
                new BranchesCommand(tools),
                new HistoryCommand(tools),
                new ShowCommand(tools),
                new GraphCommand(tools),
                new UpgradeCommand(tools),
                new DowngradeCommand(tools),
                new StampCommand(tools),
                new RepairCommand(tools),
                new CreateCommand(tools),
                new MergeCommand(tools),
                new RebaseCommand(tools),
                new ValidateCommand(tools),
                new CompletionCommand(tools));
    }
}
