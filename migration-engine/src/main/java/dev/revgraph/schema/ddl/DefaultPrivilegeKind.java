package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.SchemaObject;
import dev.revgraph.schema.model.SqlName;

final class DefaultPrivilegeKind implements KindWriter {

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        ObjectId id = wanted.id();
        Rights.grant(Rights.of(wanted), id.path().get(2), id.path().get(3))
                .forEach(sql -> draft.add(id, altering(id) + sql));
    }

    @Override
    public void drop(SchemaObject actual, Draft draft) {
        ObjectId id = actual.id();
        draft.add(
                id,
                altering(id)
                        + Rights.revoke(
                                Rights.of(actual), id.path().get(2), id.path().get(3)));
    }

    private static String altering(ObjectId id) {
        String schema = id.path().get(0);
        return "ALTER DEFAULT PRIVILEGES FOR ROLE " + id.path().get(1)
                + (schema.isEmpty() ? " " : " IN SCHEMA " + SqlName.quoted(schema) + " ");
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return false;
    }
}
