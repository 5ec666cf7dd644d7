package dev.revgraph.adopt;

import dev.revgraph.script.ForeignScript;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes one of Flyway's migrations down as a revision. */
final class RevisionFileText {

    private RevisionFileText() {}

    /** @param parent the id below; {@code null} for the base */
    static String of(FlywayChain.Link link, @Nullable String parent) {
        FlywayFile file = link.file();
        FlywayFile undo = link.undo();
        ForeignScript up = file.script();
        Optional<ForeignScript> down = Optional.ofNullable(undo).map(FlywayFile::script);
        boolean transactional = file.settings().transactional()
                && up.detached().isEmpty()
                && (undo == null || undo.settings().transactional())
                && down.flatMap(ForeignScript::detached).isEmpty();
        return "-- " + file.name().sentence() + "\n--\n-- Taken over from Flyway's " + file.fileName() + ".\n--\n"
                + "-- revises: " + (parent == null ? "base" : parent) + "\n"
                + (transactional ? "" : "-- transaction: off\n")
                + "\n-- +upgrade\n"
                + lines(up)
                + down.map(script -> "\n-- +downgrade\n" + lines(script)).orElse("");
    }

    private static String lines(ForeignScript script) {
        return script.text().isEmpty() || script.text().endsWith("\n") ? script.text() : script.text() + "\n";
    }
}
