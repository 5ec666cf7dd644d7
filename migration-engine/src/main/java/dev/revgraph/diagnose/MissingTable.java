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
        Optional<Named> dropped = dropped(scene);
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
        String kind = dropped.isPresent()
                ? words.between(1, words.dropped().map(Named::first).orElse(1))
                : "table";
        Diagnosis missing = MissingRelation.explain(
                scene,
                named.get().name(),
                kind.toLowerCase(Locale.ROOT).replace(" concurrently", ""),
                dropped.isPresent() ? "that is to be dropped" : "that the statement uses");
        if (dropped.isEmpty()) {
            return Optional.of(missing);
        }
        List<WayOut> ways = new ArrayList<>(missing.waysOut());
        ways.add(WayOut.of(
                "If it may be gone already: put the guarded form into the revision.",
                words.with(words.dropped().map(Named::first).orElse(0), "IF EXISTS")));
        return Optional.of(Diagnosis.of(missing.finding(), ways));
    }

    /** The one of them that is missing; the first one if all are there, or several are missing. */
    private static Optional<Named> dropped(Scene scene) throws SQLException {
        List<Named> missing = new ArrayList<>();
        for (Named name : scene.words().allDropped()) {
            if (scene.look().relation(name.name()).isEmpty()) {
                missing.add(name);
            }
        }
        return missing.size() == 1 ? Optional.of(missing.get(0)) : scene.words().dropped();
    }

    /** What stands elsewhere may be an alias, or a column. */
    private static Optional<Named> pointed(Words words, int index) {
        boolean table = List.of("FROM", "JOIN", "INTO", "UPDATE", "ONLY", "TABLE", "ON").stream()
                .anyMatch(word -> words.at(index - 1, word));
        return table ? words.name(index) : Optional.empty();
    }
}
