package dev.revgraph.cli.command;

import dev.revgraph.MigrationEngine;
import dev.revgraph.rehearse.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The model against the head of the revisions. */
@Command(
        name = "check",
        header = "Compare what the application wants of the schema with what the revisions make.",
        footer = {
            "",
            "Both are built in a shadow database; the database itself is not looked at, see `drift`.",
            "",
            "Examples:",
            "  check                      the application's entities",
            "  check --model schema.sql"
        })
final class CheckCommand extends Subcommand {

    @Mixin
    private final ModelChoice model = new ModelChoice();

    @Mixin
    private final ShadowChoice shadow = new ShadowChoice();

    CheckCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        MigrationEngine engine = shadow.isGiven() ? engine() : database();
        Model wanted = model.in(workplace())
                .orElseThrow(() -> usage("There are no entities to compare with: type `--model FILE.sql`."));
        return new ReportText(output())
                .show(
                        engine.comparisons(shadow.in(workplace())).check(wanted),
                        json(),
                        "The revisions make what " + wanted.name() + " wants.",
                        "Write a revision for it with `create --autogenerate -m TEXT`.");
    }
}
