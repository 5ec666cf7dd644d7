package dev.revgraph.diagnose;

import dev.revgraph.diagnose.ObjectKind.Existing;
import dev.revgraph.diagnose.Words.Named;
import dev.revgraph.schema.QualifiedName;
import dev.revgraph.script.NearMiss;
import dev.revgraph.store.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement names a schema that is not there. */
final class MissingSchema implements Cause {

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        List<String> there = ObjectKind.SCHEMA.list(scene.look(), null).stream()
                .map(Existing::name)
                .toList();
        Words words = scene.words();
        TreeSet<String> missing = new TreeSet<>();
        Stream.of(
                        words.table(),
                        words.dropped(),
                        words.created("VIEW"),
                        words.created("SEQUENCE"),
                        words.created("TABLE"))
                .flatMap(Optional::stream)
                .map(Named::name)
                .forEach(name -> add(missing, name.schema()));
        Stream.concat(Thing.created(words).stream(), Thing.dropped(words).stream())
                .forEach(thing -> add(missing, thing.name().schema()));
        missing.removeIf(name -> there.contains(name) || name.startsWith("pg_"));
        if (missing.size() != 1) {
            return Optional.empty();
        }
        String name = missing.first();
        Thing schema = new Thing(ObjectKind.SCHEMA, new QualifiedName(null, new Identifier(name)), null, 0, 0);
        return scene.wasMadeBefore(schema) ? Optional.empty() : Optional.of(explain(scene, schema, name, there));
    }

    private static void add(Set<String> names, @Nullable Identifier schema) {
        if (schema != null) {
            names.add(schema.name());
        }
    }

    private static Diagnosis explain(Scene scene, Thing schema, String name, List<String> there) throws SQLException {
        List<WayOut> ways = new ArrayList<>();
        String finding = "The schema \"" + name + "\" does not exist."
                + Made.gone(scene, scene.makerOf(schema), scene.isMadeByUpgrade(schema), ways);
        Optional<String> near = NearMiss.of(name, there);
        if (near.isPresent()) {
            finding += " There is a \"" + near.get() + "\".";
            ways.add(WayOut.of("Write " + scene.look().quoted(near.get()) + " in the statement, if that is meant."));
        }
        ways.add(WayOut.of(
                "Create it, in this revision before the statement, or in one that runs before.",
                "CREATE SCHEMA " + scene.look().quoted(name)));
        return Diagnosis.of(finding, ways);
    }
}
