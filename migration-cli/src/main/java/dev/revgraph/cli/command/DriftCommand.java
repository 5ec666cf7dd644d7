package dev.revgraph.cli.command;

import dev.revgraph.MigrationEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The database against its revisions. */
@Command(
        name = "drift",
        header = "Compare the database with what its applied revisions make.",
        footer = {
            "",
            "The revisions are replayed in a shadow database beside it; the database itself is only read.",
            "",
            "Examples:",
            "  drift",
            "  drift --shadow-url postgres://user:password@localhost:5432/empty"
        })
final class DriftCommand extends Subcommand {

    @Mixin
    private final ShadowChoice shadow = new ShadowChoice();

    DriftCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        MigrationEngine engine = database();
        return new ReportText(output())
                .show(
                        engine.drift(shadow.in(workplace())),
                        json(),
                        "The database is what its revisions make.",
                        "Undo it by hand with the statements above, or take it into the revisions with"
                                + " `create --autogenerate --from-database -m TEXT`.");
    }
}
