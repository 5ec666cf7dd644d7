package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
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

    /** What is made anew is everybody's to use, until somebody says otherwise. */
    static void withdraw(ObjectId made, Draft draft) {
        boolean everybodys = made.kind().isRoutine() || made.kind().isType();
        if (everybodys
                && draft.to().ids().stream().anyMatch(id -> id.kind() == ObjectKind.GRANT)
                && draft.to().parts(made).stream()
                        .noneMatch(part -> part.id().kind() == ObjectKind.GRANT
                                && grantee(part.id()).equals("PUBLIC"))) {
            draft.add(made, "REVOKE ALL ON " + Named.forGrant(made) + " FROM PUBLIC");
        }
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
