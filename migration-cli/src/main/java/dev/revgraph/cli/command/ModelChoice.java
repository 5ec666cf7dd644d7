package dev.revgraph.cli.command;

import dev.revgraph.cli.Workplace;
import dev.revgraph.rehearse.Model;
import dev.revgraph.rehearse.SqlModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the schema should be. */
final class ModelChoice {

    @Option(
            names = "--model",
            paramLabel = "FILE.sql",
            description =
                    "What the schema should be, as SQL; may be repeated. The application's entities if not given.")
    private List<Path> files = List.of();

    boolean isGiven() {
        return !files.isEmpty();
    }

    /** Nothing if no file is named and there are no entities. */
    Optional<Model> in(Workplace workplace) {
        return files.isEmpty() ? workplace.entities() : Optional.of(new SqlModel(files));
    }
}
