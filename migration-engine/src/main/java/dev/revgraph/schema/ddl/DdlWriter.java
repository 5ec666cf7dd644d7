package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.diff.Measure;
import dev.revgraph.schema.diff.SchemaDiff;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.model.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Writes the statements that make one schema of another. Drops come first, in the reverse order of what needs what in the
 * old schema; then what is altered and made, in the order of the new one; then what only now nobody needs any more.
 */
public final class DdlWriter {

    private final Schema from;
    private final Schema to;
    private final Changes changes;
    private final Draft draft;
    private final Set<List<String>> kept = new HashSet<>();
    private final Set<List<String>> coming = new HashSet<>();

    private DdlWriter(Schema from, Schema to, List<Difference> differences, DdlOptions options) {
        this.from = from;
        this.to = to;
        this.changes = new Changes(from, to, differences);
        this.draft = new Draft(from, to, changes, options);
        from.ids().stream()
                .filter(id -> !changes.drops(id))
                .map(DdlWriter::place)
                .forEach(kept::add);
        changes.creates().forEach(object -> coming.add(place(object.id())));
    }

    /**
     * Writes what the differences call for.
     *
     * @param from as the database is
     * @param to as it is wanted, read from a server of the same version
     * @param differences between the two, parts of missing tables included
     */
    public static DdlPlan write(Schema from, Schema to, List<Difference> differences, DdlOptions options) {
        return new DdlWriter(from, to, differences, options).write();
    }

    /** For all that differs. */
    public static DdlPlan write(Schema from, Schema to, DdlOptions options) {
        return write(from, to, SchemaDiff.between(from, to, Measure.exact()), options);
    }

    private DdlPlan write() {
        refuseHeldTypes();
        release();
        dropFirst();
        make();
        dropLast();
        return draft.plan();
    }

    private void refuseHeldTypes() {
        changes.drops().stream()
                .filter(object -> changes.isHeldByColumns(object.id()))
                .forEach(object -> draft.refuse("The " + object.id()
                        + " cannot be made anew while columns are of it: give them another type first, or make a new"
                        + " type under another name."));
    }

    private boolean refused(ObjectId id) {
        return changes.isHeldByColumns(id);
    }

    private void dropFirst() {
        Map<ObjectId, SchemaObject> objects = new HashMap<>();
        changes.drops().stream()
                .filter(object -> !refused(object.id()) && !changes.droppedLast(object.id()))
                .forEach(object -> objects.put(object.id(), object));
        List<ObjectId> ordered = new ArrayList<>(
                Order.neededFirst(objects.keySet(), needs(from, changes.before(), changes.drops(), true)));
        Collections.reverse(ordered);
        dropCircles(ordered);
        for (ObjectId id : ordered) {
            SchemaObject object = Objects.requireNonNull(objects.get(id));
            if (!changes.goesWithAnother(object)) {
                Kinds.of(id.kind()).drop(object, draft);
            }
        }
    }

    /** Tables that refer to each other go only after the keys that would hold the first of them. */
    private void dropCircles(List<ObjectId> ordered) {
        Map<ObjectId, Integer> places = new HashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            places.put(ordered.get(i), i);
        }
        for (ObjectId id : ordered) {
            if (id.kind() == ObjectKind.FOREIGN_KEY) {
                int own = places.getOrDefault(Draft.tableOf(id), -1);
                boolean late = own >= 0
                        && from.needs(id).stream()
                                .filter(needed -> needed.kind() == ObjectKind.COLUMN)
                                .anyMatch(needed -> places.getOrDefault(Draft.tableOf(needed), own) < own);
                if (late) {
                    Kinds.of(id.kind()).drop(from.find(id).orElseThrow(), draft);
                }
            }
        }
    }

    /** What stays lets go of what is to be dropped, and of names that others are to have. */
    private void release() {
        changes.redefaults().forEach(column -> draft.add(column, ColumnKind.altering(column, draft) + "DROP DEFAULT"));
        changes.alters().forEach(difference -> {
            ObjectId id = Objects.requireNonNull(difference.wanted()).id();
            if (id.kind() == ObjectKind.COLUMN) {
                Identity.release(difference, draft);
            }
            if (id.kind() == ObjectKind.TABLE) {
                TableKind.release(difference, draft);
            }
            if (id.kind() == ObjectKind.SEQUENCE) {
                SequenceKind.release(difference, draft);
            }
            if (movesAside(difference)) {
                Kinds.of(id.kind()).rename(difference.id(), meanwhile(id), draft);
            }
        });
    }

    /** Whether it has another name between its old and its new one: something has the new one, or is to have the old one. */
    private boolean movesAside(Difference difference) {
        return difference.renamed()
                && (kept.contains(place(
                                Objects.requireNonNull(difference.wanted()).id()))
                        || coming.contains(place(difference.id())));
    }

    /** Where a name may be there once only. */
    private static List<String> place(ObjectId id) {
        return id.kind().isNamedAmongRelations() ? List.of(id.path().get(0), id.name()) : id.path();
    }

    private static ObjectId meanwhile(ObjectId id) {
        return id.named(Named.beside(id.name(), "__moved"));
    }

    private void make() {
        Map<ObjectId, SchemaObject> made = new HashMap<>();
        changes.creates().stream()
                .filter(object -> !refused(object.id()))
                .forEach(object -> made.put(object.id(), object));
        Map<ObjectId, Difference> altered = new HashMap<>();
        changes.alters()
                .forEach(difference ->
                        altered.put(Objects.requireNonNull(difference.wanted()).id(), difference));
        Set<ObjectId> nodes = new TreeSet<>(made.keySet());
        nodes.addAll(altered.keySet());
        nodes.addAll(changes.redefaults());
        if (made.values().stream().anyMatch(DdlWriter::hasUncheckedBody)) {
            draft.add(nodes.iterator().next(), "SET LOCAL check_function_bodies = off");
        }
        for (ObjectId id : Order.neededFirst(nodes, needs(to, changes.after(), changes.creates(), false))) {
            SchemaObject object = made.get(id);
            if (object != null) {
                if (!changes.comesWithItsTable(object)) {
                    Kinds.of(id.kind()).create(object, draft);
                    GrantKind.withdraw(id, draft);
                } else if (id.kind() == ObjectKind.COLUMN && !changes.creates(Draft.tableOf(id))) {
                    ColumnKind.finish(object, draft);
                }
            } else if (altered.containsKey(id)) {
                alter(Objects.requireNonNull(altered.get(id)));
            }
            if (changes.redefaults().contains(id)) {
                to.find(id)
                        .flatMap(column -> column.text(Property.DEFAULT))
                        .ifPresent(text -> draft.add(id, ColumnKind.altering(id, draft) + "SET DEFAULT " + text));
            }
        }
    }

    /** What stands in the text of a body is not in the catalog, so that the order cannot follow it. */
    private static boolean hasUncheckedBody(SchemaObject object) {
        return (object.id().kind() == ObjectKind.FUNCTION || object.id().kind() == ObjectKind.PROCEDURE)
                && object.text(Property.DEFINITION).stream()
                        .anyMatch(text -> text.contains("LANGUAGE sql") && !text.contains("BEGIN ATOMIC"));
    }

    private void alter(Difference difference) {
        SchemaObject actual = Objects.requireNonNull(difference.actual());
        SchemaObject wanted = Objects.requireNonNull(difference.wanted());
        KindWriter writer = Kinds.of(wanted.id().kind());
        if (difference.renamed()) {
            writer.rename(movesAside(difference) ? meanwhile(wanted.id()) : actual.id(), wanted.id(), draft);
        }
        writer.alter(actual, wanted, difference, draft);
        if (difference.properties().contains(Property.COMMENT)) {
            draft.setComment(wanted.id(), wanted.text(Property.COMMENT));
        }
    }

    private void dropLast() {
        List<ObjectId> ids = changes.drops().stream()
                .map(SchemaObject::id)
                .filter(id -> !refused(id) && changes.droppedLast(id))
                .toList();
        List<ObjectId> ordered = new ArrayList<>(Order.neededFirst(ids, from::needs));
        Collections.reverse(ordered);
        ordered.forEach(id -> {
            SchemaObject object = from.find(id).orElseThrow();
            if (!changes.goesWithAnother(object)) {
                Kinds.of(id.kind()).drop(object, draft);
            }
        });
    }

    /**
     * What a part of a table needs, its table needs; a column of an heir needs its parent's.
     *
     * @param keys whether foreign keys count as such a part: they go with their table, but come after it
     */
    private static Function<ObjectId, Collection<ObjectId>> needs(
            Schema schema, Family family, Collection<SchemaObject> concerned, boolean keys) {
        Map<ObjectId, SchemaObject> all = new HashMap<>();
        concerned.forEach(object -> all.put(object.id(), object));
        return id -> {
            Set<ObjectId> needed = new TreeSet<>();
            List<ObjectId> members = new ArrayList<>(List.of(id));
            if (id.kind() == ObjectKind.TABLE) {
                schema.parts(id).stream()
                        .map(SchemaObject::id)
                        .filter(part -> all.containsKey(part)
                                && (isWrittenInline(part.kind()) || (keys && part.kind() == ObjectKind.FOREIGN_KEY)))
                        .forEach(members::add);
            }
            members.forEach(member -> schema.needs(member).forEach(need -> {
                needed.add(need);
                if (isWrittenInline(need.kind()) && all.containsKey(Draft.tableOf(need))) {
                    needed.add(Draft.tableOf(need));
                }
            }));
            if (id.kind() == ObjectKind.COLUMN) {
                family.columns(family.parents(Draft.tableOf(id)), id.name()).forEach(column -> needed.add(column.id()));
            }
            needed.remove(id);
            return needed;
        };
    }

    private static boolean isWrittenInline(ObjectKind kind) {
        return kind == ObjectKind.COLUMN || (kind.isConstraint() && kind != ObjectKind.FOREIGN_KEY);
    }
}
