package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import java.util.List;
import java.util.Set;

/** Its query can only be made anew, and then has to be run. */
final class MaterializedViewKind implements KindWriter {

    private static final Set<Property> IN_PLACE =
            Set.of(Property.OPTIONS, Property.COMMENT, Property.COLUMN_COMMENTS, Property.TABLESPACE);

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        draft.add(
                wanted.id(),
                "CREATE MATERIALIZED VIEW " + draft.ifNotExists() + wanted.id().quoted() + Options.with(wanted)
                        + wanted.text(Property.TABLESPACE)
                                .map(name -> " TABLESPACE " + name)
                                .orElse("") + " AS\n"
                        + wanted.text(Property.DEFINITION).orElseThrow());
        draft.comment(wanted);
        ViewKind.comments(List.of(), wanted, draft);
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return IN_PLACE.containsAll(difference.properties());
    }

    @Override
    public void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {
        String alter = "ALTER MATERIALIZED VIEW " + wanted.id().quoted() + " ";
        Options.change(actual, wanted).forEach(change -> draft.add(wanted.id(), alter + change));
        if (difference.properties().contains(Property.TABLESPACE)) {
            draft.add(
                    wanted.id(),
                    alter + "SET TABLESPACE " + wanted.text(Property.TABLESPACE).orElse("pg_default"));
        }
        if (difference.properties().contains(Property.COLUMN_COMMENTS)) {
            ViewKind.comments(actual.list(Property.COLUMN_COMMENTS), wanted, draft);
        }
    }
}
