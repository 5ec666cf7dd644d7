package dev.revgraph.cli.command;

import dev.revgraph.MigrationEngine;
import dev.revgraph.schema.read.SchemaScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            "  drift --grants",
            "  drift --shadow-url postgres://user:password@localhost:5432/empty"
        })
final class DriftCommand extends Subcommand {

    @Option(names = "--grants", description = "Compare grants and default privileges, too.")
    private boolean grants;

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
                        engine.drift(
                                shadow.in(workplace()),
                                grants ? SchemaScope.EVERYTHING.withGrants() : SchemaScope.EVERYTHING),
                        json(),
                        "The database is what its revisions make.",
                        "Undo it by hand with the statements above, or take it into the revisions with"
                                + " `create --autogenerate --from-database -m TEXT`.");
    }
}
