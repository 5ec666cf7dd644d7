package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;

/** Functions and procedures. What they return, and what their arguments are by default, can only be made anew. */
final class RoutineKind implements KindWriter {

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        draft.add(wanted.id(), definition(wanted));
        draft.comment(wanted);
    }

    private static String definition(SchemaObject routine) {
        return routine.text(Property.DEFINITION).orElseThrow().strip();
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return !difference.properties().contains(Property.TYPE) && head(actual).equals(head(wanted));
    }

    /** {@code CREATE OR REPLACE FUNCTION name(arguments)}. */
    private static String head(SchemaObject routine) {
        return definition(routine).lines().findFirst().orElse("");
    }

    @Override
    public void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {
        if (difference.properties().contains(Property.DEFINITION)) {
            draft.add(wanted.id(), definition(wanted));
        }
    }
}
