package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;

final class RangeKind implements KindWriter {

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        draft.addNew(
                wanted.id(),
                "CREATE TYPE " + wanted.id().quoted() + " AS RANGE ("
                        + wanted.text(Property.DEFINITION).orElseThrow() + ")");
        draft.comment(wanted);
    }
}
