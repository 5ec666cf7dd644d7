package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A type, function, constraint, trigger … that a statement makes is there already. */
final class ExistingObject implements Cause {

    private static final String TAG = "$guard$";

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        StringBuilder finding = new StringBuilder();
        List<Thing> there = new ArrayList<>();
        for (Thing thing : Thing.created(scene.words())) {
            Optional<String> described = described(scene, thing);
            if (described.isPresent()) {
                there.add(thing);
                finding.append(finding.isEmpty() ? "" : " ")
                        .append(described.get())
                        .append(". ")
                        .append(Made.by(scene.makerOf(thing)));
            }
        }
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(Diagnosis.of(finding.toString(), Made.waysOut(scene, guarded(scene, there.get(0)))));
    }

    private static Optional<String> described(Scene scene, Thing thing) throws SQLException {
        // A function may have several forms; which one is in the way depends on the types of its arguments.
        List<String> existing = thing.others(scene.look()).orElse(List.of()).stream()
                .filter(thing::isMeantBy)
                .map(other -> (thing.kind() == ObjectKind.FUNCTION ? other.sql() + ", " : "") + other.definition())
                .toList();
        if (!existing.isEmpty()) {
            return Optional.of("The " + thing.shown() + " exists already: " + String.join("; ", existing));
        }
        // The index of a key is called as the key is, and a relation may have the name.
        Optional<Relation> table = scene.table();
        if (!scene.failed().sqlState().equals("42P07") || table.isEmpty()) {
            return Optional.empty();
        }
        Optional<Relation> relation = Relation.find(
                scene.look(),
                scene.look().quoted(table.get().schema()) + "." + thing.name().quoted());
        return relation.map(found -> "The " + thing.shown() + " needs an index of this name, and the " + found.what()
                + " " + found.sql() + " exists already");
    }

    /** The form that passes over what exists; empty if the statement does more than make this one thing. */
    private static String guarded(Scene scene, Thing thing) {
        Words words = scene.words();
        return switch (thing.kind()) {
            case SCHEMA, EXTENSION -> words.with(thing.first(), "IF NOT EXISTS");
            case FUNCTION -> words.with(1, "OR REPLACE");
            case TRIGGER -> words.at(1, "CONSTRAINT") ? inBlock(words) : words.with(1, "OR REPLACE");
            case TYPE, POLICY -> inBlock(words);
            case CONSTRAINT -> isOnlyClause(words) && scene.failed().sqlState().equals("42710") ? inBlock(words) : "";
        };
    }

    private static boolean isOnlyClause(Words words) {
        int from = words.table().map(Named::next).orElse(words.size());
        return words.endOfClause(from) >= words.size();
    }

    private static String inBlock(Words words) {
        return words.text().contains(TAG)
                ? ""
                : "DO " + TAG + " BEGIN\n" + words.text().strip()
                        + ";\nEXCEPTION WHEN duplicate_object THEN NULL;\nEND " + TAG;
    }
}
