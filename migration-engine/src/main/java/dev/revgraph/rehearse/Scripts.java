package dev.revgraph.rehearse;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What repeatable scripts make at the head. Immutable.
 *
 * @param added what would not be there without them
 * @param replaced code that revisions make and scripts replace
 */
record Scripts(Set<ObjectId> added, Set<ObjectId> replaced) {

    static final Scripts NONE = new Scripts(Set.of(), Set.of());

    private static final List<String> HEAD = List.of("heads");

    private static final Set<ObjectKind> CODE = EnumSet.of(
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.AGGREGATE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.RULE,
            ObjectKind.TRIGGER,
            ObjectKind.POLICY);

    /** Replays the revisions twice, with their scripts and without. */
    static Scripts of(SchemaWork revisions, SchemaWork revisionsAlone) {
        Schema with = revisions.replay(HEAD);
        Schema without = revisionsAlone.replay(HEAD);
        Set<ObjectId> added = new TreeSet<>(with.ids());
        added.removeAll(without.ids());
        Set<ObjectId> replaced = new TreeSet<>(without.ids());
        replaced.removeIf(id -> !CODE.contains(id.kind())
                || with.find(id).isEmpty()
                || with.find(id).equals(without.find(id)));
        return new Scripts(added, replaced);
    }

    /** A schema without all that scripts may have had a hand in. */
    Schema leftOutOf(Schema schema) {
        Set<ObjectId> all = new TreeSet<>(added);
        all.addAll(replaced);
        return all.isEmpty() ? schema : Clearing.without(schema, all);
    }
}
