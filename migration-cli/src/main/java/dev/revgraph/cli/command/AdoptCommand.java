package dev.revgraph.cli.command;

import dev.revgraph.adopt.Adoption;
import dev.revgraph.adopt.Adoptions;
import dev.revgraph.adopt.FlywayChoice;
import dev.revgraph.adopt.Source;
import dev.revgraph.adopt.Traces;
import dev.revgraph.cli.ExitCode;
import dev.revgraph.cli.authoring.SourceFolder;
import dev.revgraph.rehearse.Resemblance;
import dev.revgraph.rehearse.SchemaReport;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a database over that something else has made. */
@Command(
        name = "adopt",
        header = "Take over a database that Flyway, Alembic or nobody knows what has made.",
        description = "Without --yes it says what it would do, and changes nothing.",
        footer = {
            "",
            "Flyway's migrations are written down as revisions and recorded as far as they are applied; what Alembic names",
            "is recorded; of a schema without records it is found out, in a shadow database, which revision it equals.",
            "",
            "Examples:",
            "  adopt",
            "  adopt --yes",
            "  adopt --at 20260105_create_users --check",
            "  adopt --from flyway --flyway-location src/main/resources/db/migration --yes"
        })
final class AdoptCommand extends Subcommand {

    @Option(
            names = "--from",
            paramLabel = "SOURCE",
            description = "flyway, alembic or schema; found out by the tables that are there if not given.")
    private @Nullable String from;

    @Option(
            names = "--at",
            paramLabel = "REV",
            description = "What a schema without records is at; may be repeated, found out if not given.")
    private List<String> at = List.of();

    @Option(
            names = "--check",
            description = "Compare the database with a replay first; exit code 3, and nothing done, if it differs.")
    private boolean check;

    @Option(names = "--yes", description = "Really do it.")
    private boolean yes;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
    private @Nullable String reason;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder for the revision files; that of --location if not given.")
    private @Nullable Path output;

    @Option(
            names = "--flyway-table",
            paramLabel = "NAME",
            defaultValue = "flyway_schema_history",
            description = "Flyway's table, with its schema or without; flyway_schema_history if not given.")
    private String flywayTable = "flyway_schema_history";

    @Option(
            names = "--flyway-location",
            paramLabel = "DIR",
            description = "Flyway's migrations, may be repeated; src/main/resources/db/migration or db/migration if not"
                    + " given.")
    private List<String> flywayLocations = List.of();

    @Option(names = "--skip-java", description = "Leave out Flyway's migrations that are no SQL.")
    private boolean skipJava;

    @Mixin
    private final ShadowChoice shadow = new ShadowChoice();

    AdoptCommand(Tools tools) {
        super(tools);
    }

    @Override
    int run() {
        Source named = named();
        Adoptions adoptions = database().adoptions();
        Traces traces = adoptions.traces(flywayTable);
        Source source = named != null ? named : at.isEmpty() ? traces.source() : Source.SCHEMA;
        return switch (source) {
            case FLYWAY -> {
                Path folder = SourceFolder.findOrPlan(output, workplace().locations());
                yield settle(
                        adoptions,
                        adoptions.ofFlyway(traces, new FlywayChoice(flywayLocations, skipJava, folder)),
                        folder);
            }
            case ALEMBIC -> settle(adoptions, adoptions.ofAlembic(traces), Path.of("."));
            case SCHEMA -> schema(adoptions, traces);
        };
    }

    private @Nullable Source named() {
        for (Source source : Source.values()) {
            if (source.text().equals(from)) {
                if (source != Source.SCHEMA && !at.isEmpty()) {
                    throw usage("--at is for a schema without records: " + source + " has kept its own.");
                }
                return source;
            }
        }
        if (from != null) {
            throw usage("--from is flyway, alembic or schema, not \"" + from + "\".");
        }
        return null;
    }

    private int schema(Adoptions adoptions, Traces traces) {
        if (!at.isEmpty()) {
            return settle(
                    adoptions, adoptions.ofSchema(at.stream().map(Typed::text).toList(), traces), Path.of("."));
        }
        Resemblance resemblance = database().resemblance(shadow.in(workplace()), traces);
        AdoptionText text = text();
        if (resemblance.equal().isEmpty()) {
            text.showNoMatch(resemblance, json());
            return ExitCode.NOT_SO;
        }
        List<String> heads =
                resemblance.equal().get(resemblance.equal().size() - 1).heads();
        text.requireSomething(heads);
        text.sayEqual(resemblance);
        return finish(adoptions, adoptions.ofSchema(heads, traces), Path.of("."), resemblance);
    }

    private int settle(Adoptions adoptions, Adoption adoption, Path folder) {
        if (check) {
            SchemaReport report =
                    adoptions.difference(adoption, folder, database().dataSource(), shadow.in(workplace()));
            if (!report.differences().isEmpty()) {
                return text().showDifferences(report, json());
            }
            output().say("The database is what " + RunText.names(adoption.heads()) + " makes.");
        }
        return finish(adoptions, adoption, folder, null);
    }

    private int finish(Adoptions adoptions, Adoption adoption, Path folder, @Nullable Resemblance resemblance) {
        if (yes) {
            adoptions.carryOut(adoption, folder, reason);
        }
        text().show(adoption, folder, yes, resemblance, json());
        return ExitCode.DONE;
    }

    private AdoptionText text() {
        return new AdoptionText(output(), typed());
    }
}
