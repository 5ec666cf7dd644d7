package dev.revgraph.cli.command;

import dev.revgraph.MigrationEngine;
import dev.revgraph.cli.authoring.NewNames;
import dev.revgraph.cli.authoring.NewRevision;
import dev.revgraph.cli.authoring.RevisionName;
import dev.revgraph.rehearse.Generated;
import dev.revgraph.rehearse.Model;
import dev.revgraph.rehearse.Rename;
import dev.revgraph.rehearse.Shadows;
import dev.revgraph.schema.ddl.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code create} that have the revision written, and the writing. */
final class Autogeneration {

    @Option(
            names = "--autogenerate",
            description = "Write what leads from the head to the model, with the way back. Review it.")
    private boolean autogenerate;

    @Mixin
    private final ModelChoice model = new ModelChoice();

    @Option(
            names = "--from-database",
            description =
                    "Take over what the database has become by other ways than revisions; so it is where there is no"
                            + " model.")
    private boolean fromDatabase;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "users.mail=email or users=people: keep the rows under the new name. May be repeated.")
    private List<String> renames = List.of();

    @Mixin
    private final ShadowChoice shadow = new ShadowChoice();

    /**
     * Whether it is asked for.
     *
     * @throws picocli.CommandLine.ParameterException if only what belongs to it is given
     */
    boolean isAsked(CreateCommand command) {
        if (!autogenerate && (fromDatabase || !renames.isEmpty() || model.isGiven() || shadow.isGiven())) {
            throw command.usage(
                    "`--model`, `--from-database`, `--rename` and `--shadow-url` belong to `--autogenerate`.");
        }
        return autogenerate;
    }

    /** None if nothing differs. */
    List<NewRevision> revisions(
            CreateCommand command,
            NewNames names,
            String message,
            List<String> revises,
            List<String> dependsOn,
            List<String> labels) {
        Generated generated = generate(command);
        List<NewRevision> revisions = new ArrayList<>();
        List<String> parents = revises;
        for (Generated.Part part : generated.revisions()) {
            boolean first = revisions.isEmpty();
            String description = message + suffix(part, generated);
            RevisionName name = names.next(description);
            revisions.add(new NewRevision(
                    name,
                    description,
                    parents,
                    first ? dependsOn : List.of(),
                    first ? labels : List.of(),
                    command.today(),
                    GeneratedText.of(part, generated, first)));
            parents = List.of(name.id());
        }
        say(command, generated);
        return revisions;
    }

    private Generated generate(CreateCommand command) {
        Optional<Model> wanted = fromDatabase ? Optional.empty() : model.in(command.workplace());
        if (wanted.isEmpty()) {
            MigrationEngine engine = command.database();
            if (!renames.isEmpty()) {
                throw command.usage("A rename is known from a model alone: type `--model FILE.sql`.");
            }
            command.output().say("Compared is the database with its revisions.");
            return engine.generateFromDatabase(shadow.in(command.workplace()));
        }
        MigrationEngine engine = shadow.isGiven() ? command.engine() : command.database();
        Shadows shadows = shadow.in(command.workplace());
        return engine.comparisons(shadows)
                .generate(wanted.get(), renames.stream().map(Rename::parse).toList());
    }

    private static String suffix(Generated.Part part, Generated generated) {
        if (generated.revisions().size() == 1) {
            return "";
        }
        return switch (part.stage()) {
            case VALUES -> ": values";
            case MAIN -> "";
            case INDEXES -> ": indexes";
            case VALIDATION -> ": validation";
        };
    }

    private static void say(CreateCommand command, Generated generated) {
        if (generated.revisions().isEmpty()) {
            command.output().say("Nothing differs, so no file has been written.");
        }
        generated.remarks().forEach(command.output()::say);
        generated
                .proposals()
                .forEach(rename -> command.output()
                        .say("Perhaps this is a rename, which keeps the rows: type `--rename '" + rename
                                + "'` as well."));
        if (generated.revisions().stream().anyMatch(part -> part.stage() == Stage.INDEXES)) {
            command.output().say("Indexes are built concurrently, in a revision of their own.");
        }
    }
}
