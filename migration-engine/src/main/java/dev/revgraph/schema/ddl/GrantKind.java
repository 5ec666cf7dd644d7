package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.SchemaObject;

final class GrantKind implements KindWriter {

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        Rights.grant(Rights.of(wanted), on(wanted.id()), grantee(wanted.id()))
                .forEach(sql -> draft.add(wanted.id(), sql));
    }

    @Override
    public void drop(SchemaObject actual, Draft draft) {
        draft.add(actual.id(), Rights.revoke(Rights.of(actual), on(actual.id()), grantee(actual.id())));
    }

    private static String on(ObjectId id) {
        return id.path().get(0) + " " + id.path().get(1);
    }

    private static String grantee(ObjectId id) {
        return id.path().get(2);
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return false;
    }
}
