package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A value that a statement adds to an enum is there already. */
final class ExistingLabel implements Cause {

    private static final String LABELS = """
            SELECT pg_catalog.quote_literal(enumlabel) FROM pg_catalog.pg_enum
             WHERE enumtypid = pg_catalog.to_regtype(?) ORDER BY enumsortorder
            """;

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        Words words = scene.words();
        Optional<Named> type = words.at(0, "ALTER", "TYPE") ? words.name(2) : Optional.empty();
        if (type.isEmpty() || !words.at(type.get().next(), "ADD", "VALUE")) {
            return Optional.empty();
        }
        int at = type.get().next() + 2;
        String label = words.between(at, Math.min(at + 1, words.size()));
        List<String> labels = scene.look().list(LABELS, type.get().name().quoted());
        if (!labels.contains(label)) {
            return Optional.empty();
        }
        Optional<RevisionText> maker = scene.last(made -> says(made, type.get(), label));
        return Optional.of(Diagnosis.of(
                "The enum \"" + MissingRelation.shown(type.get().name()) + "\" has the value " + label
                        + " already; its values: " + String.join(", ", labels) + ". " + Made.by(maker),
                Made.waysOut(scene, words.with(at, "IF NOT EXISTS"))));
    }

    private static boolean says(Words made, Named type, String label) {
        int name = made.at(0, "CREATE", "TYPE") || made.at(0, "ALTER", "TYPE") ? 2 : made.size();
        return made.name(name).map(Named::name).equals(Optional.of(type.name())) && made.find(name, label) >= 0;
    }
}
