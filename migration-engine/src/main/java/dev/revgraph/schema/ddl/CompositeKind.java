package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;

final class CompositeKind implements KindWriter {

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        draft.addNew(
                wanted.id(),
                "CREATE TYPE " + wanted.id().quoted() + " AS (" + String.join(", ", wanted.list(Property.ELEMENTS))
                        + ")");
        draft.comment(wanted);
    }
}
