package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import java.util.Set;

final class DomainKind implements KindWriter {

    private static final Set<Property> IN_PLACE = Set.of(Property.DEFAULT, Property.NOT_NULL, Property.COMMENT);

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        draft.addNew(
                wanted.id(),
                "CREATE DOMAIN " + wanted.id().quoted() + " AS "
                        + wanted.text(Property.TYPE).orElseThrow()
                        + wanted.text(Property.COLLATION)
                                .map(name -> " COLLATE " + name)
                                .orElse("")
                        + wanted.text(Property.DEFAULT)
                                .map(text -> " DEFAULT " + text)
                                .orElse("")
                        + (wanted.is(Property.NOT_NULL) ? " NOT NULL" : ""));
        draft.comment(wanted);
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return IN_PLACE.containsAll(difference.properties());
    }

    @Override
    public void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {
        String alter = "ALTER DOMAIN " + wanted.id().quoted() + " ";
        if (difference.properties().contains(Property.DEFAULT)) {
            draft.add(
                    wanted.id(),
                    alter
                            + wanted.text(Property.DEFAULT)
                                    .map(text -> "SET DEFAULT " + text)
                                    .orElse("DROP DEFAULT"));
        }
        if (difference.properties().contains(Property.NOT_NULL)) {
            draft.add(wanted.id(), alter + (wanted.is(Property.NOT_NULL) ? "SET NOT NULL" : "DROP NOT NULL"));
        }
    }
}
