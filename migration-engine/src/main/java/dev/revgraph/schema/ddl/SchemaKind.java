package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.SchemaObject;

final class SchemaKind implements KindWriter {

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        draft.add(
                wanted.id(),
                "CREATE SCHEMA " + draft.ifNotExists() + wanted.id().quotedName());
        draft.comment(wanted);
    }
}
