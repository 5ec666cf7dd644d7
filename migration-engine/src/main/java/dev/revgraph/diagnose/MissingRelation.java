package dev.revgraph.diagnose;

import dev.revgraph.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A name in a statement means nothing. */
final class MissingRelation {

    private MissingRelation() {}

    static Diagnosis explain(Scene scene, QualifiedName name, String kind, String which) throws SQLException {
        Look look = scene.look();
        StringBuilder finding =
                new StringBuilder("The " + kind + " \"" + shown(name) + "\" " + which + " does not exist");
        finding.append(
                name.schema() == null
                        ? " in the schemas of the search_path (" + NearNames.searchPath(look) + ")."
                        : ".");
        List<WayOut> ways = new ArrayList<>();
        finding.append(Made.gone(scene, scene.makerOf(name), scene.isMadeByUpgrade(name), ways));
        for (String other : NearNames.elsewhere(look, name)) {
            finding.append(" There is ").append(other).append('.');
            ways.add(WayOut.of("Write " + other + " in the statement, if that is meant."));
        }
        Optional<String> near = NearNames.relation(look, name, kinds(kind));
        if (near.isPresent()) {
            finding.append(" There is a \"").append(near.get()).append("\".");
            ways.add(WayOut.of("Write " + look.quoted(near.get()) + " in the statement, if that is meant."));
        }
        if (ways.isEmpty() && !scene.words().at(0, "DROP")) {
            ways.add(
                    WayOut.of(
                            "Correct the name, or create the table in a revision that runs before: one that this one revises, or names in `depends-on`."));
        }
        return Diagnosis.of(finding.toString(), ways);
    }

    /** What near names are looked for among, as in {@code relkind}. */
    private static String kinds(String kind) {
        return switch (kind) {
            case "index" -> "iI";
            case "sequence" -> "S";
            case "view" -> "v";
            case "materialized view" -> "m";
            default -> "rpvmf";
        };
    }

    static String shown(QualifiedName name) {
        return name.schema() == null
                ? name.name().name()
                : name.schema().name() + "." + name.name().name();
    }
}
