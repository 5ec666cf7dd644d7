package dev.revgraph.cli.command;

import dev.revgraph.cli.ExitCode;
import dev.revgraph.cli.authoring.NewNames;
import dev.revgraph.cli.authoring.NewRevision;
import dev.revgraph.cli.authoring.SourceFolder;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.script.IdStyle;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that writes a revision file. */
abstract class WritingCommand extends Subcommand {

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder for the file; that of --location if not given.")
    private @Nullable Path output;

    @Option(
            names = "--id-style",
            paramLabel = "STYLE",
            converter = IdStyleWords.class,
            completionCandidates = IdStyleWords.class,
            description = "How its id is made: ${COMPLETION-CANDIDATES}. Otherwise MIGRATION_ID_STYLE, or date.")
    private @Nullable IdStyle idStyle;

    WritingCommand(Tools tools) {
        super(tools);
    }

    /** A file in the JSON of what was written. */
    private record Created(String revision, String path) {}

    /** The day it is, in the zone of the person who types. */
    final LocalDate today() {
        return LocalDate.now(output().clock());
    }

    final NewNames names(RevisionGraph graph) {
        IdStyle style = idStyle == null ? workplace().idStyle() : idStyle;
        return new NewNames(style, output().clock(), new SecureRandom(), graph);
    }

    final int write(NewRevision revision) {
        return write(List.of(revision));
    }

    /** Writes none if there is none. */
    final int write(List<NewRevision> revisions) {
        List<Created> created = new ArrayList<>();
        if (!revisions.isEmpty()) {
            Path folder = SourceFolder.find(output, workplace().locations());
            revisions.forEach(revision -> created.add(
                    new Created(revision.id(), revision.writeTo(folder).toString())));
        }
        if (json()) {
            output().json(Map.of("created", created));
        } else {
            output().text(created.stream().map(one -> one.path() + "\n").collect(Collectors.joining()));
        }
        return ExitCode.DONE;
    }
}
