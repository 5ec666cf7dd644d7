package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What a statement creates is there already. */
final class ExistingRelation implements Cause {

    private static final List<String> KINDS = List.of("TABLE", "INDEX", "VIEW", "SEQUENCE");

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        for (String kind : KINDS) {
            Optional<Named> made = scene.words().created(kind);
            if (made.isPresent()) {
                return explain(scene, kind, made.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<Diagnosis> explain(Scene scene, String kind, Named made) throws SQLException {
        Look look = scene.look();
        Optional<Relation> table = kind.equals("INDEX") ? scene.table() : Optional.empty();
        // An index is made in the schema of its table.
        Optional<Relation> there = table.isPresent()
                ? Relation.find(
                        look,
                        look.quoted(table.get().schema()) + "."
                                + made.name().name().quoted())
                : look.relation(made.name());
        if (there.isEmpty()) {
            return Optional.empty();
        }
        String finding = "The " + there.get().what() + " " + there.get().sql() + " exists already"
                + described(look, there.get()) + ". " + Made.by(scene.makerOf(made.name()));
        Words words = scene.words();
        String guarded = words.at(made.first() - 3, "IF", "NOT", "EXISTS") || kind.equals("VIEW")
                ? ""
                : words.with(made.first(), "IF NOT EXISTS");
        return Optional.of(Diagnosis.of(finding, Made.waysOut(scene, guarded)));
    }

    private static String described(Look look, Relation relation) throws SQLException {
        if (relation.what().equals("index")) {
            return ": "
                    + look.list("SELECT pg_catalog.pg_get_indexdef(?::oid)", relation.oid())
                            .get(0);
        }
        return relation.columns(look).isEmpty() || relation.kind().equals("S")
                ? ""
                : ", with the columns " + look.quoted("", relation.columns(look));
    }
}
