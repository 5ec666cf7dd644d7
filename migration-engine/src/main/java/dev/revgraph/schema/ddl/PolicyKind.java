package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import java.util.Locale;

/** A policy that changes is made anew in the same transaction, so that at no moment anybody sees its table without it. */
final class PolicyKind implements KindWriter {

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        if (draft.guarded()) {
            draft.add(wanted.id(), "DROP " + Named.forDrop(wanted.id(), "IF EXISTS "));
        }
        draft.add(
                wanted.id(),
                "CREATE POLICY " + Named.name(wanted.id())
                        + (wanted.is(Property.PERMISSIVE) ? "" : " AS RESTRICTIVE")
                        + " FOR " + wanted.text(Property.COMMAND).orElse("all").toUpperCase(Locale.ROOT)
                        + " TO " + String.join(", ", wanted.list(Property.ROLES))
                        + wanted.text(Property.USING)
                                .map(text -> " USING (" + text + ")")
                                .orElse("")
                        + wanted.text(Property.WITH_CHECK)
                                .map(text -> " WITH CHECK (" + text + ")")
                                .orElse(""));
        draft.comment(wanted);
    }
}
