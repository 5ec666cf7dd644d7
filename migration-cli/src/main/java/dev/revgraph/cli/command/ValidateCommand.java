package dev.revgraph.cli.command;

import dev.revgraph.MigrationEngine;
import dev.revgraph.cli.ExitCode;
import dev.revgraph.cli.output.Table;
import dev.revgraph.rehearse.Shadows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What can be found before a deployment. */
@Command(
        name = "validate",
        header = "Check the revision files, and the database if there is one, before a deployment.",
        footer = {
            "",
            "Examples:",
            "  validate --offline          in CI, without a database",
            "  validate --fail-on error    let warnings pass",
            "  validate --round-trip       is every downgrade right?",
            "  validate --drift            is the schema what the revisions make?",
            "  validate --html report.html"
        })
final class ValidateCommand extends Subcommand {

    /** What makes the exit code 3. */
    enum FailOn {
        warning,
        error
    }

    @Option(names = "--offline", description = "Ask no database.")
    private boolean offline;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "warning",
            description = "Exit with 3 if there is a finding of at least this severity: warning or error.")
    private FailOn failOn = FailOn.warning;

    @Option(
            names = "--round-trip",
            description = "Apply, undo and apply every revision in a shadow database, and compare the schemas.")
    private boolean roundTrip;

    @Option(names = "--drift", description = "Compare the database with what its revisions make, in a shadow database.")
    private boolean drift;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the findings to a page, too.")
    private @Nullable Path html;

    @Mixin
    private final ShadowChoice shadow = new ShadowChoice();

    ValidateCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        boolean asked = !offline && workplace().hasDatabase();
        if (!offline && !asked) {
            output().say("No database is named: the files are checked alone.");
        }
        List<Finding> findings = new ArrayList<>(Validation.ofFiles(engine()));
        if (asked) {
            findings.addAll(
                    Validation.ofDatabase(engine(), workplace().backupSettings().programs(), findings));
        }
        if (roundTrip && Validation.isReadable(engine())) {
            MigrationEngine engine = shadow.isGiven() ? engine() : database();
            Shadows shadows = shadow.in(workplace());
            findings.addAll(Validation.inShadow(() -> RoundTripFindings.of(engine, shadows)));
        }
        if (drift && Validation.isReadable(engine())) {
            MigrationEngine engine = database();
            Shadows shadows = shadow.in(workplace());
            findings.addAll(Validation.inShadow(() -> Validation.ofDrift(engine.drift(shadows))));
        }
        if (html != null) {
            ValidationPage.write(
                    html,
                    findings,
                    asked ? "Revision files and database" : "Revision files alone",
                    output().clock().instant());
        }
        if (json()) {
            output().json(Map.of("findings", findings));
        } else {
            output().text(text(findings));
        }
        boolean failed = findings.stream().anyMatch(found -> failOn == FailOn.warning || found.isError());
        return failed ? ExitCode.NOT_SO : ExitCode.DONE;
    }

    private String text(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "Nothing was found.\n";
        }
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(new Table()
                    .row(output().palette().paint(finding.severity()), finding.code(), finding.place())
                    .text(""));
            text.append("  ")
                    .append(finding.message())
                    .append("\n  ")
                    .append(finding.action())
                    .append('\n');
        }
        return text.toString();
    }
}
