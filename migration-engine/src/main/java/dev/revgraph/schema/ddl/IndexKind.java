package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import dev.revgraph.schema.model.SqlName;
import java.util.EnumSet;
import java.util.Set;

/** Indexes of tables in use are built and dropped without stopping anybody; one that changes stays until its successor is there. */
final class IndexKind implements KindWriter {

    private static final Set<Property> IN_PLACE =
            EnumSet.of(Property.COMMENT, Property.TABLESPACE, Property.STATISTICS_TARGET);

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        boolean live = isLive(wanted, draft);
        draft.add(live ? Stage.INDEXES : Stage.MAIN, wanted.id(), create(wanted, live, draft));
        wanted.text(Property.TABLESPACE)
                .ifPresent(name -> draft.add(
                        live ? Stage.INDEXES : Stage.MAIN,
                        wanted.id(),
                        "ALTER INDEX " + wanted.id().quoted() + " SET TABLESPACE " + name));
        if (wanted.is(Property.COMMENT)) {
            comment(wanted, live, draft);
        }
        ChosenIndex.again(wanted.id(), draft);
    }

    private static void comment(SchemaObject wanted, boolean live, Draft draft) {
        draft.add(
                live ? Stage.INDEXES : Stage.MAIN,
                wanted.id(),
                "COMMENT ON " + Named.forComment(wanted.id()) + " IS "
                        + wanted.text(Property.COMMENT).map(SqlName::literal).orElse("NULL"));
    }

    private static String create(SchemaObject wanted, boolean live, Draft draft) {
        return "CREATE " + (wanted.is(Property.UNIQUE) ? "UNIQUE " : "") + "INDEX " + (live ? "CONCURRENTLY " : "")
                + draft.ifNotExists() + wanted.id().quotedName() + " "
                + wanted.text(Property.DEFINITION).orElseThrow().replaceFirst("^ON ONLY ", "ON ");
    }

    /** A partitioned table takes no index concurrently. */
    private static boolean isLive(SchemaObject index, Draft draft) {
        return draft.to()
                .home(index.id())
                .or(() -> draft.from().home(index.id()))
                .filter(draft::isLive)
                .filter(home -> draft.to()
                        .find(home)
                        .or(() -> draft.from().find(home))
                        .filter(table -> !table.is(Property.PARTITION_KEY))
                        .isPresent())
                .isPresent();
    }

    @Override
    public void drop(SchemaObject actual, Draft draft) {
        boolean live = isLive(actual, draft)
                && !draft.creates(actual.id())
                && draft.from().needs(actual.id()).stream()
                        .noneMatch(needed ->
                                draft.drops(needed) || (needed.kind() == ObjectKind.ENUM && draft.disturbs(needed)));
        draft.add(
                live ? Stage.INDEXES : Stage.MAIN,
                actual.id(),
                "DROP INDEX " + (live ? "CONCURRENTLY " : "") + draft.ifExists()
                        + actual.id().quoted());
    }

    @Override
    public void rename(ObjectId from, ObjectId to, Draft draft) {
        draft.add(to, "ALTER INDEX " + from.quoted() + " RENAME TO " + to.quotedName());
    }

    /** In a table that is in use an index is replaced, which drops nothing before its time. */
    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return true;
    }

    @Override
    public void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {
        if (!IN_PLACE.containsAll(difference.properties())) {
            replace(actual, wanted, draft);
            return;
        }
        if (difference.properties().contains(Property.TABLESPACE)) {
            draft.add(
                    wanted.id(),
                    "ALTER INDEX " + wanted.id().quoted() + " SET TABLESPACE "
                            + wanted.text(Property.TABLESPACE).orElse("pg_default"));
        }
    }

    private static void replace(SchemaObject actual, SchemaObject wanted, Draft draft) {
        boolean live = isLive(wanted, draft);
        Stage stage = live ? Stage.INDEXES : Stage.MAIN;
        ObjectId old = actual.id().named(Named.beside(actual.id().name(), "__old"));
        draft.add(stage, wanted.id(), "ALTER INDEX " + actual.id().quoted() + " RENAME TO " + old.quotedName());
        draft.add(stage, wanted.id(), create(wanted, live, draft));
        draft.add(stage, wanted.id(), "DROP INDEX " + (live ? "CONCURRENTLY " : "") + old.quoted());
        comment(wanted, live, draft);
        ChosenIndex.again(wanted.id(), draft);
    }
}
