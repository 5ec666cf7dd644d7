package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;

final class AggregateKind implements KindWriter {

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        draft.addNew(
                wanted.id(),
                "CREATE AGGREGATE " + Named.name(wanted.id()) + " ("
                        + wanted.text(Property.DEFINITION).orElseThrow() + ")");
        draft.comment(wanted);
    }
}
