package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Others depend on what a statement drops, or on a column whose type it changes. */
final class Dependents implements Cause {

    private static final String FIND = """
            WITH RECURSIVE found AS (
              SELECT d.classid, d.objid, d.objsubid, 1 AS level
                FROM pg_catalog.pg_depend d
               WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = ?::oid
                 AND (?::int = 0 OR d.refobjsubid = ?::int) AND d.deptype = 'n'
              UNION
              SELECT d.classid, d.objid, d.objsubid, f.level + 1
                FROM found f
                JOIN pg_catalog.pg_rewrite r ON f.classid = 'pg_rewrite'::regclass AND r.oid = f.objid
                JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = r.ev_class
                 AND d.deptype = 'n' AND d.objid <> f.objid
               WHERE f.level < 20)
            SELECT CASE WHEN k.oid IS NOT NULL
                        THEN pg_catalog.format('constraint %I on %s', k.conname, k.conrelid::regclass)
                        WHEN v.oid IS NOT NULL
                        THEN CASE v.relkind WHEN 'm' THEN 'materialized ' ELSE '' END || 'view ' || v.oid::regclass
                        ELSE pg_catalog.pg_describe_object(f.classid, f.objid, f.objsubid) END,
                   CASE WHEN k.oid IS NOT NULL
                        THEN pg_catalog.format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname)
                        WHEN v.relkind IN ('v', 'm')
                        THEN 'DROP ' || CASE v.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END || 'VIEW '
                             || v.oid::regclass
                        WHEN a.oid IS NOT NULL
                        THEN pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I DROP DEFAULT', a.adrelid::regclass,
                               (SELECT attname FROM pg_catalog.pg_attribute
                                 WHERE attrelid = a.adrelid AND attnum = a.adnum)) END,
                   CASE WHEN k.oid IS NOT NULL
                        THEN pg_catalog.format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname,
                               pg_catalog.pg_get_constraintdef(k.oid))
                        WHEN v.relkind IN ('v', 'm')
                        THEN 'CREATE ' || CASE v.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END || 'VIEW '
                             || v.oid::regclass || ' AS' || chr(10)
                             || pg_catalog.rtrim(pg_catalog.pg_get_viewdef(v.oid), ';') END
              FROM found f
              LEFT JOIN pg_catalog.pg_constraint k ON f.classid = 'pg_constraint'::regclass AND k.oid = f.objid
              LEFT JOIN pg_catalog.pg_rewrite r ON f.classid = 'pg_rewrite'::regclass AND r.oid = f.objid
              LEFT JOIN pg_catalog.pg_class v ON v.oid = r.ev_class
              LEFT JOIN pg_catalog.pg_attrdef a ON f.classid = 'pg_attrdef'::regclass AND a.oid = f.objid
             WHERE v.oid IS DISTINCT FROM ?::oid AND (k.conrelid IS DISTINCT FROM ?::oid OR ?::int > 0)
             GROUP BY 1, 2, 3
             ORDER BY max(f.level) DESC, 1
            """;

    /** What others depend on. */
    private record Subject(long oid, int column, String name) {}

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        for (Subject on : subjects(scene)) {
            List<List<String>> found =
                    scene.look().rows(FIND, on.oid(), on.column(), on.column(), on.oid(), on.oid(), on.column());
            if (!found.isEmpty()) {
                return Optional.of(explain(scene, on, found));
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
                    .map(relation -> new Subject(relation.oid(), 0, relation.what() + " " + relation.sql()))
                    .ifPresent(subjects::add);
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
                            .map(index -> new Subject(
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
                .map(number -> new Subject(
                        table.oid(), Integer.parseInt(number), "column \"" + column + "\" of " + table.sql()));
    }

    private static Diagnosis explain(Scene scene, Subject on, List<List<String>> found) {
        List<String> names = found.stream().map(row -> row.get(0)).toList();
        List<String> drops = found.stream()
                .map(row -> row.get(1))
                .filter(sql -> !sql.isEmpty())
                .toList();
        List<String> creates = new ArrayList<>(found.stream()
                .map(row -> row.get(2))
                .filter(sql -> !sql.isEmpty())
                .toList());
        Collections.reverse(creates);
        boolean change = TypeChange.in(scene.words()).isPresent();
        List<WayOut> ways = new ArrayList<>();
        if (change) {
            List<String> all = new ArrayList<>(drops);
            all.add(scene.failed().text());
            all.addAll(creates);
            ways.add(new WayOut(
                    "Drop them, change the column, and make them again: put these statements into the revision instead of"
                            + " the failed one.",
                    all));
        } else {
            ways.add(new WayOut(
                    "Drop them first, in this order: put these statements into the revision before the failed one.",
                    drops));
            ways.add(new WayOut(
                    "What makes them again, in this order, for the opposite direction of the revision or where they are"
                            + " still wanted.",
                    creates));
            ways.add(WayOut.of(
                    "`CASCADE` drops all of them without asking, and what depends on them as well: use it only"
                            + " if nothing on the list is worth anything."));
        }
        return Diagnosis.of(
                (names.size() == 1 ? "1 object depends" : names.size() + " objects depend") + " on the " + on.name()
                        + ": " + String.join(", ", names) + ".",
                ways);
    }
}
