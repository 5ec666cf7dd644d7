package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import java.util.Set;

final class RuleKind implements KindWriter {

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        String definition = wanted.text(Property.DEFINITION).orElseThrow().replaceFirst(";$", "");
        draft.add(wanted.id(), definition.replaceFirst("^CREATE RULE", "CREATE OR REPLACE RULE"));
        if (wanted.is(Property.FIRES)) {
            Firing.set(wanted, "RULE", draft);
        }
        draft.comment(wanted);
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return Set.of(Property.FIRES, Property.COMMENT).containsAll(difference.properties());
    }

    @Override
    public void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {
        if (difference.properties().contains(Property.FIRES)) {
            Firing.set(wanted, "RULE", draft);
        }
    }
}
