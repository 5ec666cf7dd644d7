package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;

final class ExtensionKind implements KindWriter {

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        draft.add(
                wanted.id(),
                "CREATE EXTENSION IF NOT EXISTS " + wanted.id().quotedName() + " "
                        + wanted.text(Property.DEFINITION).orElse(""));
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return true;
    }

    @Override
    public void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {
        if (difference.properties().contains(Property.DEFINITION)) {
            draft.add(
                    wanted.id(),
                    "ALTER EXTENSION " + wanted.id().quotedName() + " SET "
                            + wanted.text(Property.DEFINITION).orElse(""));
        }
    }
}
