package dev.revgraph.diagnose;

import dev.revgraph.diagnose.ObjectKind.Existing;
import dev.revgraph.script.NearMiss;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement drops a type, a function, a constraint, a trigger … that is not there. */
final class MissingObject implements Cause {

    private static final int MOST = 5;

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        List<Thing> missing = new ArrayList<>();
        for (Thing thing : Thing.dropped(scene.words())) {
            if (isMissing(scene, thing)) {
                missing.add(thing);
            }
        }
        boolean one = missing.size() == 1 && !scene.wasMadeBefore(missing.get(0));
        return one ? Optional.of(explain(scene, missing.get(0))) : Optional.empty();
    }

    private static boolean isMissing(Scene scene, Thing thing) throws SQLException {
        Look look = scene.look();
        if (thing.kind() == ObjectKind.FUNCTION && scene.words().at(thing.next(), "(")) {
            // Types have more than one spelling, so the server compares them; it has no answer if they are named.
            String signature = thing.name().quoted()
                    + scene.words().between(thing.next(), scene.words().closing(thing.next()) + 1);
            return look.attempt("SELECT pg_catalog.to_regprocedure(?) IS NULL", signature)
                    .equals(List.of(List.of("t")));
        }
        Optional<List<Existing>> others = thing.others(look);
        return others.isPresent() && others.get().stream().noneMatch(thing::isMeantBy);
    }

    private static Diagnosis explain(Scene scene, Thing thing) throws SQLException {
        StringBuilder finding = new StringBuilder(
                "The " + thing.shown() + " that is to be dropped does not exist" + where(scene, thing) + ".");
        List<WayOut> ways = new ArrayList<>();
        finding.append(Made.gone(scene, scene.makerOf(thing), scene.isMadeByUpgrade(thing), ways));
        List<Existing> others = thing.others(scene.look()).orElse(List.of());
        List<Existing> namesakes = others.stream()
                .filter(other -> other.name().equals(thing.name().name().name()))
                .limit(MOST)
                .toList();
        List<Existing> meant = namesakes.isEmpty() ? near(thing, others) : namesakes;
        for (Existing other : meant) {
            finding.append(" There is ")
                    .append(other.sql())
                    .append(": ")
                    .append(other.definition())
                    .append('.');
            ways.add(WayOut.of("Write " + other.sql() + " in the statement, if that is meant."));
        }
        if (meant.isEmpty() && thing.kind().isOfTable() && !others.isEmpty()) {
            finding.append(" There are: ")
                    .append(String.join(", ", others.stream().map(Existing::sql).toList()))
                    .append('.');
        }
        ways.add(WayOut.of(
                "If it may be gone already: put the guarded form into the revision.",
                scene.words().with(thing.first(), "IF EXISTS")));
        return Diagnosis.of(finding.toString(), ways);
    }

    private static String where(Scene scene, Thing thing) throws SQLException {
        boolean alongPath = (thing.kind() == ObjectKind.TYPE || thing.kind() == ObjectKind.FUNCTION)
                && thing.name().schema() == null;
        return alongPath ? " in the schemas of the search_path (" + NearNames.searchPath(scene.look()) + ")" : "";
    }

    private static List<Existing> near(Thing thing, List<Existing> others) {
        List<Existing> candidates = others.stream().filter(Existing::visible).toList();
        Optional<String> near = NearMiss.of(
                thing.name().name().name(),
                candidates.stream().map(Existing::name).toList());
        return candidates.stream()
                .filter(other -> near.equals(Optional.of(other.name())))
                .limit(1)
                .toList();
    }
}
