package dev.revgraph.diagnose;

import dev.revgraph.diagnose.ForeignKey.Written;
import dev.revgraph.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A foreign key refers to a table that is not there, or to columns without a unique key. */
final class MissingReference implements Cause {

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        List<Written> references = Written.in(scene.words());
        return scene.failed().sqlState().equals("42P01") ? missing(scene, references) : withoutKey(scene, references);
    }

    private static Optional<Diagnosis> missing(Scene scene, List<Written> references) throws SQLException {
        List<QualifiedName> missing = new ArrayList<>();
        for (Written reference : references) {
            QualifiedName name = reference.table().name();
            boolean itself =
                    scene.words().created("TABLE").map(Words.Named::name).equals(Optional.of(name));
            if (!itself
                    && !missing.contains(name)
                    && !scene.wasMadeBefore(name)
                    && scene.look().relation(name).isEmpty()) {
                missing.add(name);
            }
        }
        if (missing.size() != 1) {
            return Optional.empty();
        }
        return Optional.of(MissingRelation.explain(scene, missing.get(0), "table", "that a foreign key refers to"));
    }

    private static Optional<Diagnosis> withoutKey(Scene scene, List<Written> references) throws SQLException {
        List<Diagnosis> found = new ArrayList<>();
        for (Written reference : references) {
            Optional<Relation> table = scene.look().relation(reference.table().name());
            if (table.isEmpty() || scene.wasMadeBefore(reference.table().name())) {
                continue;
            }
            withoutKey(scene.look(), table.get(), reference).ifPresent(found::add);
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Optional<Diagnosis> withoutKey(Look look, Relation table, Written reference) throws SQLException {
        List<Relation.Key> keys = table.keys(look);
        List<String> wanted = reference.referenced();
        if (!table.isTable() || !table.columns(look).containsAll(wanted)) {
            return Optional.empty();
        }
        if (wanted.isEmpty()) {
            return keys.stream().anyMatch(key -> key.kind().equals("PRIMARY KEY"))
                    ? Optional.empty()
                    : Optional.of(withoutPrimaryKey(look, table, keys));
        }
        String columns = look.quoted("", wanted);
        for (Relation.Key key : keys) {
            if (List.of(key.columns().split(", ")).containsAll(List.of(columns.split(", ")))
                    && key.columns().length() == columns.length()) {
                return Optional.empty();
            }
        }
        String finding = table.sql() + " has no primary key or unique constraint on (" + columns
                + "), and a foreign key can refer to nothing else. " + listed(keys);
        return Optional.of(unique(look, table, wanted, keys, finding));
    }

    private static String listed(List<Relation.Key> keys) {
        return keys.isEmpty()
                ? "It has no key at all."
                : "Its keys: "
                        + String.join(
                                ", ", keys.stream().map(Relation.Key::toString).toList()) + ".";
    }

    private static Diagnosis unique(
            Look look, Relation table, List<String> wanted, List<Relation.Key> keys, String finding)
            throws SQLException {
        String columns = look.quoted("", wanted);
        String kind = keys.isEmpty() ? "PRIMARY KEY" : "UNIQUE";
        List<WayOut> ways = new ArrayList<>();
        ways.add(WayOut.of(
                "Make the columns a key, in this revision before the statement, or by hand.",
                "ALTER TABLE " + table.sql() + " ADD " + kind + " (" + columns + ")"));
        if (!keys.isEmpty()) {
            ways.add(WayOut.of("Or refer to a key that exists: write `REFERENCES " + table.sql() + " ("
                    + keys.get(0).columns() + ")` in the statement."));
        }
        Duplicates duplicates = Duplicates.of(look, table, wanted);
        boolean none = duplicates.isNone();
        return new Diagnosis(
                none ? finding : finding + " " + duplicates.sentence(),
                none ? List.of() : look.sample(duplicates.query()),
                none ? null : duplicates.query(),
                ways);
    }

    private static Diagnosis withoutPrimaryKey(Look look, Relation table, List<Relation.Key> keys) throws SQLException {
        String finding = table.sql() + " has no primary key, and a foreign key that names no columns refers to it. "
                + listed(keys);
        if (!keys.isEmpty()) {
            return Diagnosis.of(
                    finding,
                    WayOut.of("Refer to a key that exists: write `REFERENCES " + table.sql() + " ("
                            + keys.get(0).columns() + ")` in the statement."));
        }
        List<String> columns = table.columns(look);
        return columns.contains("id")
                ? unique(look, table, List.of("id"), keys, finding)
                : Diagnosis.of(
                        finding,
                        WayOut.of("Give it one, in this revision before the statement: `ALTER TABLE " + table.sql()
                                + " ADD PRIMARY KEY (…)`. Its columns: " + look.quoted("", columns) + "."));
    }
}
