package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Words.Named;
import dev.revgraph.script.NearMiss;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement uses or drops a column that its table does not have. */
final class MissingColumn implements Cause {

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        Optional<Relation> table = scene.table();
        if (table.isEmpty()) {
            return Optional.empty();
        }
        List<String> there = new ArrayList<>(table.get().columns(scene.look()));
        for (Words made : scene.undone()) {
            if (made.table().map(Named::name).equals(scene.words().table().map(Named::name))) {
                Columns.added(made).forEach(added -> there.add(added.name()));
            }
        }
        List<Named> missing = used(scene).stream()
                .filter(named -> !there.contains(named.name().name().name()))
                .toList();
        if (missing.stream().map(Named::name).distinct().count() != 1) {
            return Optional.empty();
        }
        return Optional.of(explain(scene, table.get(), missing.get(0), there));
    }

    private static Diagnosis explain(Scene scene, Relation table, Named missing, List<String> there)
            throws SQLException {
        String name = missing.name().name().name();
        Optional<String> near = NearMiss.of(name, there);
        List<WayOut> ways = new ArrayList<>();
        if (near.isPresent()) {
            ways.add(WayOut.of("Write " + scene.look().quoted(near.get()) + " in the statement, if that is meant."));
        }
        Words words = scene.words();
        if (words.at(missing.first() - 1, "DROP") || words.at(missing.first() - 2, "DROP", "COLUMN")) {
            ways.add(WayOut.of(
                    "If it may be gone already: put the guarded form into the revision.",
                    words.with(missing.first(), "IF EXISTS")));
        }
        Optional<RevisionText> maker = scene.makerOf(table.name(), name);
        String made = maker.map(revision -> revision.applied() == null
                        ? " Revision \"" + revision.id() + "\" adds it, and is not applied."
                        : " Revision \"" + revision.id() + "\" added it, applied " + revision.applied()
                                + "; it has been dropped or renamed since.")
                .orElse("");
        if (maker.isPresent() && maker.get().applied() == null) {
            ways.add(WayOut.of(scene.dependOn(maker.get().id())));
        }
        return Diagnosis.of(
                "The table " + table.sql() + " has no column \"" + name + "\"."
                        + near.map(other -> " There is a \"" + other + "\".").orElse("")
                        + " Its columns: " + scene.look().quoted("", there) + "." + made,
                ways);
    }

    /** The places that can only hold columns of the table. */
    private static List<Named> used(Scene scene) {
        Words words = scene.words();
        List<Named> used = new ArrayList<>();
        int pointed = words.tokenAt(scene.failed().position());
        if (pointed >= 0) {
            if (words.find(1, "SELECT") >= 0 || words.find(1, "JOIN") >= 0 || words.find(2, "FROM") >= 0) {
                // It may belong to another table.
                return used;
            }
            words.name(pointed).filter(named -> named.name().schema() == null).ifPresent(used::add);
            return used;
        }
        if (words.at(0, "CREATE")) {
            listed(words, words.table().map(Named::next).orElse(words.size()), used);
        }
        if (words.at(0, "ALTER", "TABLE")) {
            for (int i = words.table().map(Named::next).orElse(words.size()); i < words.size(); i++) {
                if (words.at(i, "FOREIGN", "KEY") || words.at(i, "PRIMARY", "KEY") || words.at(i, "UNIQUE")) {
                    listed(words, i, used);
                } else if ((words.at(i, "DROP") || words.at(i, "ALTER") || words.at(i, "RENAME"))
                        && (words.at(i + 1, "COLUMN") || !words.isKeyword(i + 1))) {
                    words.name(words.skip(i + 1, "COLUMN")).ifPresent(used::add);
                }
            }
        }
        return used;
    }

    private static void listed(Words words, int from, List<Named> used) {
        int open = words.find(from, "(");
        if (open < 0 || words.columns(open).isEmpty()) {
            return;
        }
        for (int i = open + 1; i < words.closing(open); i++) {
            words.name(i).ifPresent(used::add);
        }
    }
}
