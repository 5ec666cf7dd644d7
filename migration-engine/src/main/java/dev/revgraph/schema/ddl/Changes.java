package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.model.SchemaObject;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is dropped, altered in place and made. What cannot stay while something it needs is changed is dropped before and
 * made anew after, as it is wanted, or as it was where nobody decides about it.
 */
final class Changes {

    private final Schema from;
    private final Schema to;
    private final Family before;
    private final Family after;
    private final Handover handover;
    private final NavigableMap<ObjectId, SchemaObject> drops = new TreeMap<>();
    private final NavigableMap<ObjectId, SchemaObject> creates = new TreeMap<>();
    private final NavigableMap<ObjectId, Difference> alters = new TreeMap<>();
    private final NavigableSet<ObjectId> redefaults = new TreeSet<>();
    private final Map<ObjectId, Set<ObjectId>> dependents = new HashMap<>();
    private final Set<ObjectId> disturbing = new HashSet<>();
    private final Deque<ObjectId> disturbed = new ArrayDeque<>();

    Changes(Schema from, Schema to, List<Difference> differences) {
        this.from = from;
        this.to = to;
        this.before = new Family(from);
        this.after = new Family(to);
        this.handover = new Handover(from, to, before, after);
        from.ids()
                .forEach(id -> from.needs(id)
                        .forEach(needed -> dependents
                                .computeIfAbsent(needed, key -> new TreeSet<>())
                                .add(id)));
        differences.forEach(this::decide);
        handover.leftOver().forEach(this::drop);
        while (!disturbed.isEmpty()) {
            ObjectId id = disturbed.remove();
            disturbing.add(id);
            dependents.getOrDefault(id, Set.of()).forEach(dependent -> disturb(id, dependent));
        }
    }

    private void decide(Difference difference) {
        SchemaObject actual = difference.actual();
        SchemaObject wanted = difference.wanted();
        if (actual == null) {
            if (!handover.isLeftBehind(Objects.requireNonNull(wanted))) {
                creates.put(difference.id(), wanted);
            }
        } else if (wanted == null) {
            if (!handover.isTakenOver(actual)) {
                drop(actual);
            }
        } else {
            KindWriter writer = Kinds.of(actual.id().kind());
            if (!writer.alters(actual, wanted, difference, to.serverVersion() / 10_000)) {
                renew(actual, wanted);
            } else {
                alters.put(wanted.id(), difference);
                if (writer.disturbs(actual, wanted, difference)) {
                    disturbed.add(actual.id());
                }
            }
        }
    }

    private void drop(SchemaObject actual) {
        drops.put(actual.id(), actual);
        disturbed.add(actual.id());
    }

    private void renew(SchemaObject actual, SchemaObject wanted) {
        drop(actual);
        if (actual.id().kind() == ObjectKind.COLUMN) {
            from.parts(Draft.tableOf(actual.id())).stream()
                    .filter(part -> isOfColumns(part) && !drops.containsKey(part.id()))
                    .forEach(this::renew);
        }
        creates.put(wanted.id(), wanted);
        alters.remove(wanted.id());
        redefaults.remove(wanted.id());
    }

    private void disturb(ObjectId id, ObjectId dependent) {
        SchemaObject there = from.find(dependent).orElseThrow();
        if (drops.containsKey(dependent)) {
            return;
        }
        switch (dependent.kind()) {
            case SCHEMA, EXTENSION, TABLE, SEQUENCE, ENUM -> {}
            case COMPOSITE_TYPE, DOMAIN, RANGE_TYPE -> {
                if (id.kind().isType() || dependent.kind() == ObjectKind.RANGE_TYPE) {
                    renew(there);
                }
            }
            case PUBLICATION -> {
                if (id.kind() == ObjectKind.COLUMN && (drops.containsKey(id) || hasFilter(there))) {
                    renew(there);
                }
            }
            case COLUMN -> disturbColumn(id, there);
            default -> {
                if (drops.containsKey(id) || !rebuiltByTheServer(id, dependent)) {
                    renew(there);
                }
            }
        }
    }

    /** Whether it is a right on some columns, which goes with each of them. */
    private static boolean isOfColumns(SchemaObject part) {
        return part.id().kind() == ObjectKind.GRANT
                && part.list(Property.PRIVILEGES).stream().anyMatch(right -> right.contains("("));
    }

    private static boolean hasFilter(SchemaObject publication) {
        return publication.list(Property.ELEMENTS).stream().anyMatch(element -> element.contains(" WHERE ("));
    }

    /** As it is wanted, or as it was where nobody decides about it. */
    private void renew(SchemaObject there) {
        renew(there, to.find(there.id()).orElse(there));
    }

    /** A column stays, whatever its default needs; only what it computes is made anew. Its type decides for itself. */
    private void disturbColumn(ObjectId id, SchemaObject column) {
        if (column.is(Property.EXPRESSION)) {
            renew(column);
        } else if (id.kind() == ObjectKind.ENUM) {
            disturbed.add(column.id());
        } else if ((id.kind().isRoutine() || id.kind() == ObjectKind.SEQUENCE) && column.is(Property.DEFAULT)) {
            redefaults.add(column.id());
        }
    }

    /** PostgreSQL itself makes constraints and indexes of a column anew when its type changes. */
    private static boolean rebuiltByTheServer(ObjectId id, ObjectId dependent) {
        return id.kind() == ObjectKind.COLUMN
                && (dependent.kind().isConstraint()
                        || dependent.kind() == ObjectKind.INDEX
                        || dependent.kind() == ObjectKind.STATISTICS);
    }

    Family before() {
        return before;
    }

    Family after() {
        return after;
    }

    Collection<SchemaObject> drops() {
        return drops.values();
    }

    Collection<SchemaObject> creates() {
        return creates.values();
    }

    boolean drops(ObjectId id) {
        return drops.containsKey(id);
    }

    boolean disturbs(ObjectId id) {
        return disturbing.contains(id);
    }

    boolean creates(ObjectId id) {
        return creates.containsKey(id);
    }

    Collection<Difference> alters() {
        return alters.values();
    }

    /** Columns whose default goes before something it calls is dropped, and comes back when that is there again. */
    NavigableSet<ObjectId> redefaults() {
        return redefaults;
    }

    /** Whether something that stays until the end needs it, so that it can be dropped only then. */
    boolean droppedLast(ObjectId id) {
        return switch (id.kind()) {
            case SCHEMA, EXTENSION -> true;
            case TABLE, COLUMN -> false;
            default ->
                !creates.containsKey(id)
                        && dependents.getOrDefault(id, Set.of()).stream()
                                .anyMatch(
                                        dependent -> !drops.containsKey(dependent) && !redefaults.contains(dependent));
        };
    }

    /** Whether a view, a body or the like that is made, or altered, reads a table as only the constraint allows it. */
    boolean isNeededAtOnce(ObjectId constraint) {
        return Stream.concat(creates.keySet().stream(), alters.keySet().stream())
                .filter(id -> id.kind().isRelation() || id.kind().isRoutine() || id.kind() == ObjectKind.RULE)
                .anyMatch(id -> to.needs(id).contains(constraint));
    }

    /** Whether a column keeps a type that would have to be dropped: then it cannot be. */
    boolean isHeldByColumns(ObjectId id) {
        return creates.containsKey(id)
                && id.kind().isType()
                && dependents.getOrDefault(id, Set.of()).stream()
                        .anyMatch(dependent -> dependent.kind() == ObjectKind.COLUMN && !drops.containsKey(dependent));
    }

    /** Whether it goes when something else is dropped, as the server does it. */
    boolean goesWithAnother(SchemaObject object) {
        ObjectId id = object.id();
        if (id.kind() == ObjectKind.COLUMN && object.is(Property.INHERITED)) {
            ObjectId table = Draft.tableOf(id);
            return goes(table)
                    || before.columns(before.parents(table), id.name()).stream()
                            .map(SchemaObject::id)
                            .anyMatch(column -> drops.containsKey(column)
                                    && after.parents(table).contains(Draft.tableOf(column)));
        }
        if (from.home(id).filter(this::goes).isPresent()) {
            return true;
        }
        return (id.kind().isConstraint() || id.kind() == ObjectKind.INDEX || id.kind() == ObjectKind.STATISTICS)
                && from.needs(id).stream()
                        .anyMatch(needed -> needed.kind() == ObjectKind.COLUMN
                                && drops.containsKey(needed)
                                && from.home(needed).equals(from.home(id)));
    }

    private boolean goes(ObjectId home) {
        return drops.containsKey(home)
                || from.home(home).filter(drops::containsKey).isPresent();
    }

    /** Whether a table that is there becomes a partition or an heir of another one, which has to find all columns in it. */
    private boolean getsParent(ObjectId table) {
        return !before.parents(table).containsAll(after.parents(table));
    }

    /** Whether it is written together with its table. */
    boolean comesWithItsTable(SchemaObject object) {
        return switch (object.id().kind()) {
            case COLUMN ->
                creates.containsKey(Draft.tableOf(object.id()))
                        || (object.is(Property.INHERITED) && !getsParent(Draft.tableOf(object.id())));
            case PRIMARY_KEY, UNIQUE, EXCLUSION -> creates.containsKey(Draft.tableOf(object.id()));
            case CHECK ->
                creates.containsKey(Draft.tableOf(object.id()))
                        && object.is(Property.VALID)
                        && object.is(Property.ENFORCED);
            default -> false;
        };
    }
}
