package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import java.util.Set;

final class StatisticsKind implements KindWriter {

    private static final Set<Property> IN_PLACE = Set.of(Property.STATISTICS_TARGET, Property.COMMENT);

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        draft.add(
                wanted.id(),
                "CREATE STATISTICS " + draft.ifNotExists() + wanted.id().quoted() + " "
                        + wanted.text(Property.DEFINITION).orElseThrow());
        if (wanted.is(Property.STATISTICS_TARGET)) {
            setTarget(wanted, draft);
        }
        draft.comment(wanted);
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return IN_PLACE.containsAll(difference.properties());
    }

    @Override
    public void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {
        if (difference.properties().contains(Property.STATISTICS_TARGET)) {
            setTarget(wanted, draft);
        }
    }

    private static void setTarget(SchemaObject wanted, Draft draft) {
        draft.add(
                wanted.id(),
                "ALTER STATISTICS " + wanted.id().quoted() + " SET STATISTICS "
                        + wanted.text(Property.STATISTICS_TARGET).orElse("-1"));
    }
}
