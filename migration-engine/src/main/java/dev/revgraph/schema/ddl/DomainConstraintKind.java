package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;

final class DomainConstraintKind implements KindWriter {

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        ObjectId id = wanted.id();
        boolean later = draft.isLive(ObjectId.of(
                        ObjectKind.DOMAIN, id.path().get(0), id.path().get(1)))
                && wanted.is(Property.VALID);
        if (draft.guarded()) {
            draft.add(id, altering(id) + "DROP CONSTRAINT IF EXISTS " + id.quotedName());
        }
        draft.add(
                id,
                altering(id) + "ADD CONSTRAINT " + id.quotedName() + " "
                        + wanted.text(Property.DEFINITION).orElseThrow()
                        + (later || !wanted.is(Property.VALID) ? " NOT VALID" : ""));
        if (later) {
            draft.add(Stage.VALIDATION, id, altering(id) + "VALIDATE CONSTRAINT " + id.quotedName());
        }
        draft.comment(wanted);
    }

    @Override
    public void drop(SchemaObject actual, Draft draft) {
        draft.add(
                actual.id(),
                altering(actual.id()) + "DROP CONSTRAINT " + draft.ifExists()
                        + actual.id().quotedName());
    }

    private static String altering(ObjectId id) {
        return "ALTER DOMAIN " + Draft.relation(id) + " ";
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return difference.properties().stream()
                .allMatch(property ->
                        property == Property.COMMENT || (property == Property.VALID && wanted.is(Property.VALID)));
    }

    @Override
    public void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {
        if (difference.properties().contains(Property.VALID)) {
            draft.add(
                    Stage.VALIDATION,
                    wanted.id(),
                    altering(wanted.id()) + "VALIDATE CONSTRAINT " + wanted.id().quotedName());
        }
    }
}
