package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Columns.Added;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A column that a statement adds is there already. */
final class ExistingColumn implements Cause {

    private static final String DESCRIBED = """
            SELECT pg_catalog.format_type(a.atttypid, a.atttypmod)
                   || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
                   || coalesce(' DEFAULT ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid), '')
              FROM pg_catalog.pg_attribute a
              LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
             WHERE a.attrelid = ?::oid AND a.attname = ? AND a.attnum > 0 AND NOT a.attisdropped
            """;

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        Optional<Relation> table = scene.table();
        if (table.isEmpty()) {
            return Optional.empty();
        }
        List<Added> there = new ArrayList<>();
        List<String> columns = table.get().columns(scene.look());
        for (Added added : Columns.added(scene.words())) {
            if (columns.contains(added.name()) && !scene.words().at(added.at() - 3, "IF", "NOT", "EXISTS")) {
                there.add(added);
            }
        }
        return there.isEmpty() ? Optional.empty() : Optional.of(explain(scene, table.get(), there));
    }

    private static Diagnosis explain(Scene scene, Relation table, List<Added> there) throws SQLException {
        Look look = scene.look();
        StringBuilder finding = new StringBuilder();
        String guarded = "";
        Words words = scene.words();
        // From the last one on, so that the places of those before stay as they are.
        for (int i = there.size() - 1; i >= 0; i--) {
            guarded = words.with(there.get(i).at(), "IF NOT EXISTS");
            words = Words.of(guarded);
        }
        for (Added added : there) {
            finding.append(finding.isEmpty() ? "" : " ")
                    .append("The column \"")
                    .append(added.name())
                    .append("\" of ")
                    .append(table.sql())
                    .append(" exists already, with the type ")
                    .append(look.list(DESCRIBED, table.oid(), added.name()).get(0))
                    .append(". ")
                    .append(Made.by(scene.makerOf(table.name(), added.name())));
        }
        return Diagnosis.of(finding.toString(), Made.waysOut(scene, guarded));
    }
}
