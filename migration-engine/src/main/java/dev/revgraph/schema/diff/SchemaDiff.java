package dev.revgraph.schema.diff;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.model.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what a database holds with what it should hold. Constraints and indexes of a table are matched by what they
 * do first and by their names second, everything else by name. Pure, and linear in the number of objects.
 */
public final class SchemaDiff {

    /** What says nothing about what a constraint or an index does. */
    private static final Set<Property> INCIDENTAL = EnumSet.of(
            Property.COMMENT,
            Property.VALID,
            Property.OPTIONS,
            Property.TABLESPACE,
            Property.OWNER,
            Property.INHERITED);

    private final Schema actual;
    private final Schema wanted;
    private final Measure measure;
    private final List<Difference> found = new ArrayList<>();

    private SchemaDiff(Schema actual, Schema wanted, Measure measure) {
        this.actual = actual;
        this.wanted = wanted;
        this.measure = measure;
    }

    /**
     * Every object in which they differ, in the order of their ids; the parts of a table that is missing as a whole
     * included.
     */
    public static List<Difference> between(Schema actual, Schema wanted, Measure measure) {
        return new SchemaDiff(actual, wanted, measure).compare();
    }

    /** The same without what goes with something else: the columns of a missing table, say. */
    public static List<Difference> folded(List<Difference> differences, Schema actual, Schema wanted) {
        Set<ObjectId> whole = new TreeSet<>();
        differences.stream()
                .filter(difference -> difference.change() != Difference.Change.CHANGED)
                .forEach(difference -> whole.add(difference.id()));
        return differences.stream()
                .filter(difference -> difference.change() == Difference.Change.CHANGED
                        || (difference.change() == Difference.Change.MISSING ? wanted : actual)
                                .home(difference.id())
                                .filter(whole::contains)
                                .isEmpty())
                .toList();
    }

    private List<Difference> compare() {
        Map<ObjectId, SchemaObject> left = new TreeMap<>();
        Map<ObjectId, SchemaObject> missing = new TreeMap<>();
        actual.objects().forEach(object -> left.put(object.id(), object));
        wanted.objects().forEach(object -> missing.put(object.id(), object));
        matchByStructure(left, missing);
        for (SchemaObject object : List.copyOf(missing.values())) {
            SchemaObject same = left.remove(object.id());
            if (same != null) {
                missing.remove(object.id());
                compare(same, object);
            }
        }
        left.values().stream()
                .filter(object -> isExtra(object, left))
                .map(Difference::extra)
                .forEach(found::add);
        missing.values().stream()
                .filter(measure::ownsMissing)
                .map(Difference::missing)
                .forEach(found::add);
        found.sort(Comparator.comparing(Difference::id));
        return List.copyOf(found);
    }

    /** Whether it is too much, or a part of something that is: it goes with it, whoever decides about it otherwise. */
    private boolean isExtra(SchemaObject object, Map<ObjectId, SchemaObject> left) {
        return measure.ownsExtra(object)
                || actual.home(object.id())
                        .flatMap(home -> Optional.ofNullable(left.get(home)))
                        .filter(home -> isExtra(home, left))
                        .isPresent();
    }

    /** In every table: first what has the same name and does the same, then what does the same under another name. */
    private void matchByStructure(Map<ObjectId, SchemaObject> left, Map<ObjectId, SchemaObject> missing) {
        Map<ObjectId, List<SchemaObject>> candidates = candidates(left.values(), actual);
        candidates(missing.values(), wanted).forEach((home, parts) -> {
            List<SchemaObject> there = candidates.getOrDefault(home, new ArrayList<>());
            for (SchemaObject part : List.copyOf(parts)) {
                there.stream()
                        .filter(other -> other.id().equals(part.id()) && doesTheSame(other, part))
                        .findFirst()
                        .ifPresent(other -> match(other, part, parts, there, left, missing));
            }
            for (SchemaObject part : List.copyOf(parts)) {
                there.stream()
                        .filter(other -> doesTheSame(other, part) || measure.serves(other, part))
                        .findFirst()
                        .ifPresent(other -> match(other, part, parts, there, left, missing));
            }
        });
    }

    private void match(
            SchemaObject there,
            SchemaObject part,
            List<SchemaObject> parts,
            List<SchemaObject> others,
            Map<ObjectId, SchemaObject> left,
            Map<ObjectId, SchemaObject> missing) {
        parts.remove(part);
        others.remove(there);
        left.remove(there.id());
        missing.remove(part.id());
        if (there.id().kind() == part.id().kind()) {
            compare(there, part);
        }
    }

    private static Map<ObjectId, List<SchemaObject>> candidates(Collection<SchemaObject> objects, Schema schema) {
        Map<ObjectId, List<SchemaObject>> byHome = new LinkedHashMap<>();
        objects.stream()
                .filter(object ->
                        object.id().kind().isConstraint() || object.id().kind() == ObjectKind.INDEX)
                .forEach(object -> schema.home(object.id())
                        .ifPresent(home -> byHome.computeIfAbsent(home, key -> new ArrayList<>())
                                .add(object)));
        return byHome;
    }

    private boolean doesTheSame(SchemaObject one, SchemaObject other) {
        return one.id().kind() == other.id().kind()
                && differing(one, other).stream().allMatch(INCIDENTAL::contains);
    }

    private void compare(SchemaObject there, SchemaObject should) {
        List<Property> properties = differing(there, should);
        boolean otherName = !there.id().equals(should.id()) && measure.comparesNames();
        if (otherName || !properties.isEmpty()) {
            found.add(new Difference(there, should, properties));
        }
    }

    private List<Property> differing(SchemaObject there, SchemaObject should) {
        Set<Property> properties = new TreeSet<>(there.properties().keySet());
        properties.addAll(should.properties().keySet());
        return properties.stream()
                .filter(property -> !there.list(property).equals(should.list(property)))
                .filter(property -> measure.compares(property, there, should))
                .toList();
    }

    /** Whether a text that PostgreSQL wrote differs: it may mean the same, written once more. */
    public static boolean concernsText(List<Difference> differences) {
        return differences.stream().anyMatch(SchemaDiff::concernsText);
    }

    private static boolean concernsText(Difference difference) {
        boolean part = difference.change() != Difference.Change.CHANGED
                && (difference.id().kind().isConstraint() || difference.id().kind() == ObjectKind.INDEX);
        return part
                || difference.properties().stream().anyMatch(property -> switch (property) {
                    case DEFAULT, EXPRESSION, DEFINITION, USING, WITH_CHECK, PARTITION_BOUND, PARTITION_KEY -> true;
                    default -> false;
                });
    }
}
