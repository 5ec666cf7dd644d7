package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement wants something to be unique, and rows are equal in it. */
final class RepeatedKey implements Cause {

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        Optional<Relation> table = scene.table();
        if (table.isEmpty()) {
            return Optional.empty();
        }
        Look look = scene.look();
        List<Duplicates> found = new ArrayList<>();
        for (UniqueKey key : meant(scene)) {
            Duplicates.find(look, table.get(), key)
                    .filter(duplicates -> !duplicates.isNone())
                    .ifPresent(found::add);
        }
        return found.size() == 1 ? Optional.of(explain(look, found.get(0), scene)) : Optional.empty();
    }

    /** The key of the name that the server says; those without a name may have been given it by the server. */
    private static List<UniqueKey> meant(Scene scene) {
        List<UniqueKey> all = UniqueKey.in(scene.words()).stream()
                .filter(key -> !key.parts().isEmpty())
                .toList();
        List<UniqueKey> named = all.stream()
                .filter(key ->
                        key.name() != null && key.name().equals(scene.failed().constraint()))
                .toList();
        return !named.isEmpty()
                ? named
                : all.stream().filter(key -> key.name() == null).toList();
    }

    private static Diagnosis explain(Look look, Duplicates duplicates, Scene scene) throws SQLException {
        String condition = meant(scene).stream()
                .map(UniqueKey::condition)
                .filter(text -> !text.isEmpty())
                .map(text -> " Only rows with " + text + " count.")
                .findFirst()
                .orElse("");
        return new Diagnosis(
                duplicates.sentence() + condition,
                look.sample(duplicates.query()),
                duplicates.query(),
                List.of(WayOut.of(
                        "Keep one row of each, the one that was stored first; look at them before. Then run the command"
                                + " again.",
                        duplicates.delete())));
    }
}
