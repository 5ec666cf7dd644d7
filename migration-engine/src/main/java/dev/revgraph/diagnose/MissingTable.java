package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A statement uses or drops a relation that is not there. */
final class MissingTable implements Cause {

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        Words words = scene.words();
        Optional<Named> dropped = words.dropped();
        // The same code means a missing type, role … in other statements.
        if (scene.failed().sqlState().equals("42704") && dropped.isEmpty()) {
            return Optional.empty();
        }
        int pointed = words.tokenAt(scene.failed().position());
        Optional<Named> named = dropped.isPresent() ? dropped : pointed >= 0 ? pointed(words, pointed) : words.table();
        if (named.isEmpty()
                || scene.wasMadeBefore(named.get().name())
                || scene.look().relation(named.get().name()).isPresent()) {
            return Optional.empty();
        }
        String kind = dropped.isPresent() ? words.between(1, dropped.get().first()) : "table";
        Diagnosis missing = MissingRelation.explain(
                scene,
                named.get().name(),
                kind.toLowerCase(Locale.ROOT),
                dropped.isPresent() ? "that is to be dropped" : "that the statement uses");
        if (dropped.isEmpty()) {
            return Optional.of(missing);
        }
        List<WayOut> ways = new ArrayList<>(missing.waysOut());
        ways.add(WayOut.of(
                "If it may be gone already: put the guarded form into the revision.",
                words.with(dropped.get().first(), "IF EXISTS")));
        return Optional.of(Diagnosis.of(missing.finding(), ways));
    }

    /** What stands elsewhere may be an alias, or a column. */
    private static Optional<Named> pointed(Words words, int index) {
        boolean table = List.of("FROM", "JOIN", "INTO", "UPDATE", "ONLY", "TABLE", "ON").stream()
                .anyMatch(word -> words.at(index - 1, word));
        return table ? words.name(index) : Optional.empty();
    }
}
