package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Others depend on what a statement drops, or on a column whose type it changes. */
final class Dependents implements Cause {

    private static final String KEY_OF_INDEX = """
            SELECT pg_catalog.quote_ident(conname), conrelid::regclass::text
              FROM pg_catalog.pg_constraint WHERE conindid = ?::oid AND contype IN ('p', 'u', 'x')
            """;

    /** What others depend on. */
    private record Subject(String catalog, long oid, int column, String name) {

        static Subject relation(long oid, int column, String name) {
            return new Subject("pg_class", oid, column, name);
        }

        List<List<String>> dependents(Look look) throws SQLException {
            long relation = catalog.equals("pg_class") ? oid : 0;
            return look.rows(DependentsQuery.FIND, catalog, oid, oid, column, column, relation, column);
        }
    }

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        Optional<Diagnosis> key = keyOfIndex(scene);
        if (key.isPresent()) {
            return key;
        }
        for (Subject on : subjects(scene)) {
            List<List<String>> found = on.dependents(scene.look());
            if (!found.isEmpty()) {
                return Optional.of(explain(scene, on, found));
            }
        }
        return Optional.empty();
    }

    /** An index goes with its key, and with nothing else. */
    private static Optional<Diagnosis> keyOfIndex(Scene scene) throws SQLException {
        for (Words.Named name : scene.words().allDropped()) {
            Optional<Relation> index = scene.look().relation(name.name());
            List<List<String>> key = index.isEmpty()
                    ? List.of()
                    : scene.look().rows(KEY_OF_INDEX, index.get().oid());
            if (!key.isEmpty()) {
                return Optional.of(Diagnosis.of(
                        "The index " + index.get().sql() + " is that of the constraint "
                                + key.get(0).get(0) + " on " + key.get(0).get(1) + ", and goes only with it.",
                        WayOut.of(
                                "Drop the constraint, which drops its index: put this into the revision instead of the failed"
                                        + " statement.",
                                "ALTER TABLE " + key.get(0).get(1) + " DROP CONSTRAINT "
                                        + key.get(0).get(0))));
            }
        }
        return Optional.empty();
    }

    /** The server names the first one that others depend on, and no more. */
    private static List<Subject> subjects(Scene scene) throws SQLException {
        Look look = scene.look();
        Words words = scene.words();
        List<Subject> subjects = new ArrayList<>();
        for (Words.Named name : words.allDropped()) {
            look.relation(name.name())
                    .map(relation -> Subject.relation(relation.oid(), 0, relation.what() + " " + relation.sql()))
                    .ifPresent(subjects::add);
        }
        if (words.at(0, "DROP")) {
            subjects.addAll(things(look, words));
        }
        Optional<Relation> table = scene.table();
        if (!words.at(0, "ALTER", "TABLE") || table.isEmpty()) {
            return subjects;
        }
        Optional<TypeChange> change = TypeChange.in(words);
        if (change.isPresent()) {
            column(look, table.get(), change.get().column()).ifPresent(subjects::add);
        }
        for (int i = words.find(2, "DROP"); i >= 0 && change.isEmpty(); i = words.find(i + 1, "DROP")) {
            clause(look, table.get(), words, i).ifPresent(subjects::add);
        }
        return subjects;
    }

    /** Types and functions; a function only if it is the only one of its name. */
    private static List<Subject> things(Look look, Words words) throws SQLException {
        List<Subject> subjects = new ArrayList<>();
        for (Thing thing : Thing.dropped(words)) {
            boolean type = thing.kind() == ObjectKind.TYPE;
            if (!type && thing.kind() != ObjectKind.FUNCTION) {
                continue;
            }
            String find = type ? "pg_catalog.to_regtype(?)::oid::bigint" : "pg_catalog.to_regproc(?)::oid::bigint";
            look.attempt("SELECT " + find, thing.name().quoted()).stream()
                    .map(row -> row.get(0))
                    .filter(oid -> !oid.isEmpty())
                    .map(oid -> new Subject(
                            type ? "pg_type" : "pg_proc",
                            Long.parseLong(oid),
                            0,
                            thing.kind().noun() + " " + MissingRelation.shown(thing.name())))
                    .forEach(subjects::add);
        }
        return subjects;
    }

    /** What one DROP of an ALTER TABLE is about. */
    private static Optional<Subject> clause(Look look, Relation table, Words words, int drop) throws SQLException {
        if (words.at(drop, "DROP", "CONSTRAINT")) {
            Optional<Words.Named> name = words.name(words.skip(drop + 2, "IF", "EXISTS"));
            return name.isEmpty()
                    ? Optional.empty()
                    : look
                            .list(
                                    "SELECT conindid::bigint FROM pg_catalog.pg_constraint WHERE conrelid = ?::oid AND conname = ?",
                                    table.oid(),
                                    name.get().name().name().name())
                            .stream()
                            .findFirst()
                            .map(index -> Subject.relation(
                                    Long.parseLong(index),
                                    0,
                                    "constraint " + name.get().name() + " on " + table.sql()));
        }
        Optional<String> column = words.name(words.skip(words.skip(drop + 1, "COLUMN"), "IF", "EXISTS"))
                .map(name -> name.name().name().name());
        return column.isEmpty() ? Optional.empty() : column(look, table, column.get());
    }

    private static Optional<Subject> column(Look look, Relation table, String column) throws SQLException {
        return look
                .list(
                        "SELECT attnum FROM pg_catalog.pg_attribute WHERE attrelid = ?::oid AND attname = ?",
                        table.oid(),
                        column)
                .stream()
                .findFirst()
                .map(number -> Subject.relation(
                        table.oid(), Integer.parseInt(number), "column \"" + column + "\" of " + table.sql()));
    }

    private static Diagnosis explain(Scene scene, Subject on, List<List<String>> found) {
        List<String> names = found.stream().map(row -> row.get(0)).toList();
        return Diagnosis.of(
                (names.size() == 1 ? "1 object depends" : names.size() + " objects depend") + " on the " + on.name()
                        + ": " + String.join(", ", names) + ".",
                waysOut(scene, found));
    }

    private static List<WayOut> waysOut(Scene scene, List<List<String>> found) {
        List<String> byHand = found.stream()
                .filter(row -> row.get(1).isEmpty())
                .map(row -> row.get(0))
                .toList();
        List<String> drops = statements(found, 1);
        List<String> creates = new ArrayList<>(statements(found, 2));
        Collections.reverse(creates);
        String others = byHand.isEmpty()
                ? ""
                : " What cannot be dropped so has to do without it before, or go: " + String.join(", ", byHand) + ".";
        String views = creates.stream().anyMatch(sql -> sql.contains("VIEW "))
                ? " Rights, comments and triggers of views are not among them."
                : "";
        return TypeChange.in(scene.words()).isPresent()
                ? List.of(around(scene.failed().text(), drops, creates, views + others))
                : before(drops, creates, views, others);
    }

    private static WayOut around(String change, List<String> drops, List<String> creates, String remarks) {
        List<String> all = new ArrayList<>(drops);
        all.add(change);
        all.addAll(creates);
        return new WayOut(
                "Drop them, change the column, and make them again: put these statements into the revision instead of"
                        + " the failed one." + remarks,
                all);
    }

    private static List<WayOut> before(List<String> drops, List<String> creates, String views, String others) {
        List<WayOut> ways = new ArrayList<>();
        if (drops.isEmpty()) {
            ways.add(WayOut.of(
                    "They have to do without it before, or go: nothing that is generated here would be safe."));
        } else {
            ways.add(new WayOut(
                    "Drop them first, in this order: put these statements into the revision before the failed one."
                            + others,
                    drops));
            ways.add(new WayOut(
                    "What makes them again, in this order, for the opposite direction of the revision or where they are"
                            + " still wanted." + views,
                    creates));
        }
        ways.add(WayOut.of("`CASCADE` drops all of them without asking, and what depends on them as well: use it only"
                + " if nothing on the list is worth anything."));
        return ways;
    }

    private static List<String> statements(List<List<String>> found, int column) {
        return found.stream()
                .map(row -> row.get(column))
                .filter(sql -> !sql.isEmpty())
                .toList();
    }
}
