package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import dev.revgraph.schema.model.SqlName;
import java.util.Objects;

/** Where the sequence stands is data, and no matter of the schema. */
final class SequenceKind implements KindWriter {

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        draft.add(
                wanted.id(),
                "CREATE " + (wanted.is(Property.PERSISTENCE) ? "UNLOGGED " : "") + "SEQUENCE " + draft.ifNotExists()
                        + wanted.id().quoted() + " AS "
                        + wanted.text(Property.TYPE).orElse("bigint") + options(wanted));
        wanted.text(Property.OWNED_BY)
                .ifPresent(column -> draft.addLast(wanted.id(), altering(wanted.id()) + "OWNED BY " + column));
        draft.comment(wanted);
    }

    /** Before what it belongs to is dropped, with which it would go. */
    static void release(Difference difference, Draft draft) {
        SchemaObject actual = Objects.requireNonNull(difference.actual());
        boolean ownerGoes = draft.from()
                .home(actual.id())
                .filter(column -> draft.drops(column) || draft.drops(Draft.tableOf(column)))
                .isPresent();
        if (ownerGoes) {
            draft.add(actual.id(), altering(actual.id()) + "OWNED BY NONE");
        }
    }

    private static String options(SchemaObject wanted) {
        return " " + String.join(" ", wanted.list(Property.SEQUENCE_OPTIONS));
    }

    private static String altering(ObjectId id) {
        return "ALTER SEQUENCE " + id.quoted() + " ";
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return true;
    }

    @Override
    public void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {
        ObjectId id = wanted.id();
        if (difference.properties().contains(Property.TYPE)
                || difference.properties().contains(Property.SEQUENCE_OPTIONS)) {
            String move = Numbering.fit(actual, wanted, SqlName.literal(id.quoted()) + "::regclass", draft);
            draft.add(id, altering(id) + "AS " + wanted.text(Property.TYPE).orElse("bigint") + options(wanted) + move);
        }
        if (difference.properties().contains(Property.PERSISTENCE)) {
            draft.add(id, altering(id) + (wanted.is(Property.PERSISTENCE) ? "SET UNLOGGED" : "SET LOGGED"));
        }
        if (difference.properties().contains(Property.OWNED_BY)) {
            draft.addLast(
                    id,
                    altering(id) + "OWNED BY " + wanted.text(Property.OWNED_BY).orElse("NONE"));
        }
    }
}
