package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Constraints and indexes that change hands and stay: a partition's own become its parent's when the parent has the like,
 * and a table that is a partition no more keeps what it had from its parent.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ATTACH PARTITION, DETACH PARTITION</a>
 */
final class Handover {

    private final Schema from;
    private final Schema to;
    private final Family before;
    private final Family after;

    Handover(Schema from, Schema to, Family before, Family after) {
        this.from = from;
        this.to = to;
        this.before = before;
        this.after = after;
    }

    /** Whether something that is not wanted at its table any more is to be there, as its parent's. */
    boolean isTakenOver(SchemaObject extra) {
        return home(from, extra)
                .flatMap(to::find)
                .filter(table -> table.is(Property.PARTITION_OF))
                .filter(table -> hasAlike(to, after, table.id(), extra))
                .isPresent();
    }

    /** Whether something that is missing is there already, as its parent's. */
    boolean isLeftBehind(SchemaObject missing) {
        return home(to, missing)
                .flatMap(from::find)
                .filter(this::leaves)
                .filter(table -> table.list(Property.FROM_PARENT).contains(entry(missing.id())))
                .filter(table -> hasAlike(from, before, table.id(), missing))
                .isPresent();
    }

    /** What a table keeps from a parent that it leaves, and is to lose. */
    List<SchemaObject> leftOver() {
        List<SchemaObject> found = new ArrayList<>();
        from.objects().stream()
                .filter(table -> table.is(Property.FROM_PARENT) && leaves(table))
                .forEach(table -> table.list(Property.FROM_PARENT).stream()
                        .map(entry -> new SchemaObject(part(table.id(), entry), Map.of()))
                        .filter(part -> !comesFromParent(table.id(), part.id()))
                        .filter(part -> to.find(part.id())
                                .filter(wanted -> hasAlike(from, before, table.id(), wanted))
                                .isEmpty())
                        .forEach(found::add));
        return found;
    }

    /** Whether it stays, and is no partition or heir of one of its parents any more. */
    private boolean leaves(SchemaObject table) {
        return to.find(table.id())
                .filter(wanted -> !Family.parentNames(wanted).containsAll(Family.parentNames(table)))
                .isPresent();
    }

    private boolean comesFromParent(ObjectId table, ObjectId part) {
        return after.ancestors(table).stream()
                .anyMatch(ancestor -> to.parts(ancestor).stream()
                        .anyMatch(other -> other.id().kind() == part.kind()
                                && other.id().name().equals(part.name())));
    }

    private static Optional<ObjectId> home(Schema schema, SchemaObject part) {
        ObjectKind kind = part.id().kind();
        return kind.isConstraint() || kind == ObjectKind.INDEX ? schema.home(part.id()) : Optional.empty();
    }

    private static boolean hasAlike(Schema schema, Family family, ObjectId table, SchemaObject part) {
        return family.ancestors(table).stream()
                .flatMap(ancestor -> schema.parts(ancestor).stream())
                .anyMatch(other -> isAlike(other, part));
    }

    private static boolean isAlike(SchemaObject one, SchemaObject other) {
        ObjectKind kind = one.id().kind();
        return kind == other.id().kind()
                && (kind != ObjectKind.CHECK
                        || one.id().name().equals(other.id().name()))
                && Stream.of(Property.UNIQUE, Property.COLUMNS)
                        .allMatch(property -> one.list(property).equals(other.list(property)))
                && withoutTable(one).equals(withoutTable(other));
    }

    private static String withoutTable(SchemaObject part) {
        String text = part.text(Property.DEFINITION).orElse("");
        return part.text(Property.ON)
                .map(table -> text.substring(text.indexOf(table) + table.length()))
                .orElse(text);
    }

    private static String entry(ObjectId part) {
        return part.kind().name() + "=" + part.name();
    }

    private static ObjectId part(ObjectId table, String entry) {
        ObjectKind kind = ObjectKind.valueOf(entry.substring(0, entry.indexOf('=')));
        String name = entry.substring(entry.indexOf('=') + 1);
        return kind == ObjectKind.INDEX
                ? ObjectId.of(kind, table.path().get(0), name)
                : ObjectId.of(kind, table.path().get(0), table.path().get(1), name);
    }
}
