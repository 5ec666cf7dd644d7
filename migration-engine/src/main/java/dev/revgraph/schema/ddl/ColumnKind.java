package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.model.SchemaObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A column of a table that is there. What it computes can only be made anew, since nothing is lost by it. */
final class ColumnKind implements KindWriter {

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        boolean mustBeFilled = wanted.is(Property.NOT_NULL)
                && !wanted.is(Property.DEFAULT)
                && !wanted.is(Property.IDENTITY)
                && !wanted.is(Property.EXPRESSION);
        String sql = "ALTER TABLE " + Draft.relation(wanted.id()) + " ADD COLUMN " + draft.ifNotExists()
                + definition(wanted);
        if (mustBeFilled && draft.isLive(Draft.tableOf(wanted.id()))) {
            draft.destroys(
                    wanted.id(),
                    sql,
                    "This fails where " + Draft.tableOf(wanted.id()).text()
                            + " has rows: give the column a DEFAULT, or add it without NOT NULL and fill it first.");
        } else {
            draft.add(wanted.id(), sql);
        }
        finish(wanted, draft);
    }

    /** As it stands in {@code CREATE TABLE}. */
    static String definition(SchemaObject column) {
        return column.id().quotedName() + " " + column.text(Property.TYPE).orElseThrow()
                + column.text(Property.COMPRESSION)
                        .map(name -> " COMPRESSION " + name)
                        .orElse("")
                + column.text(Property.COLLATION)
                        .map(name -> " COLLATE " + name)
                        .orElse("")
                + NotNull.definition(column)
                + column.text(Property.DEFAULT).map(text -> " DEFAULT " + text).orElse("")
                + column.text(Property.EXPRESSION)
                        .map(text -> " GENERATED ALWAYS AS (" + text + ") "
                                + column.text(Property.GENERATED)
                                        .orElse("stored")
                                        .toUpperCase(Locale.ROOT))
                        .orElse("")
                + Identity.definition(column);
    }

    /** What {@code CREATE TABLE} has no words for, or what a heir's column has of its own. */
    static void finish(SchemaObject column, Draft draft) {
        String alter = alteringAlone(column.id(), draft);
        if (column.is(Property.INHERITED)) {
            origin(column, draft).ifPresent(parent -> inherit(column, parent, draft));
        }
        NotNull.finish(column, draft);
        if (column.is(Property.STORAGE)) {
            draft.add(column.id(), alter + "SET STORAGE " + upper(column, Property.STORAGE, ""));
        }
        if (column.is(Property.STATISTICS_TARGET)) {
            draft.add(
                    column.id(),
                    alter + "SET STATISTICS "
                            + column.text(Property.STATISTICS_TARGET).orElse("-1"));
        }
        if (column.is(Property.OPTIONS)) {
            draft.add(column.id(), alter + "SET" + Options.with(column).replaceFirst("^ WITH", ""));
        }
        draft.comment(column);
    }

    /** The column that it is a copy of: its parent's, or where it was added to the parent, the one that was added. */
    private static Optional<SchemaObject> origin(SchemaObject column, Draft draft) {
        ObjectId table = Draft.tableOf(column.id());
        Optional<SchemaObject> parent = draft
                .after()
                .columns(draft.after().parents(table), column.id().name())
                .stream()
                .findFirst();
        return parent.filter(found -> found.is(Property.INHERITED) && !draft.creates(table))
                .flatMap(found -> origin(found, draft))
                .or(() -> parent);
    }

    private static void inherit(SchemaObject column, SchemaObject parent, Draft draft) {
        String alter = altering(column.id(), draft);
        if (!column.list(Property.DEFAULT).equals(parent.list(Property.DEFAULT))) {
            draft.add(column.id(), alter + defaultOf(column));
        }
        if (column.is(Property.NOT_NULL) && !parent.is(Property.NOT_NULL)) {
            draft.add(column.id(), alter + "SET NOT NULL");
        }
    }

    @Override
    public void drop(SchemaObject actual, Draft draft) {
        boolean kept = !draft.creates(actual.id())
                && withHeirs(actual, draft)
                        .map(SchemaObject::id)
                        .anyMatch(id -> !draft.drops(id) && draft.to().find(id).isPresent());
        String sql = "ALTER TABLE " + (kept ? "ONLY " : "") + Draft.relation(actual.id()) + " DROP COLUMN "
                + draft.ifExists()
                + actual.id().quotedName();
        if (actual.is(Property.EXPRESSION)) {
            draft.add(actual.id(), sql);
        } else {
            draft.destroys(actual.id(), sql, "What is in " + actual.id().text() + " is lost.");
        }
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        boolean computed = difference.properties().contains(Property.EXPRESSION)
                || difference.properties().contains(Property.GENERATED);
        return !computed || actual.is(Property.INHERITED) || wanted.is(Property.INHERITED);
    }

    @Override
    public boolean disturbs(SchemaObject actual, SchemaObject wanted, Difference difference) {
        return difference.properties().contains(Property.TYPE)
                || difference.properties().contains(Property.COLLATION);
    }

    @Override
    public void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {
        String alter = altering(wanted.id(), draft);
        List<Property> properties = difference.properties();
        String alone = alteringAlone(wanted.id(), draft);
        refuseOrigin(wanted, properties, draft);
        boolean typed = properties.contains(Property.TYPE) || properties.contains(Property.COLLATION);
        boolean numbersFirst = typed && Identity.narrows(actual, wanted);
        if (numbersFirst) {
            Identity.change(actual, wanted, properties, alter, draft);
        }
        if (typed && !isOfParent(wanted.id(), draft)) {
            withHeirs(actual, draft)
                    .filter(column -> column.is(Property.DEFAULT))
                    .forEach(column -> draft.add(column.id(), alteringAlone(column.id(), draft) + "DROP DEFAULT"));
            type(actual, wanted, alter, draft);
        }
        if (wanted.is(Property.DEFAULT)
                ? typed || properties.contains(Property.DEFAULT)
                : !typed && actual.is(Property.DEFAULT)) {
            draft.add(wanted.id(), alone + defaultOf(wanted));
        }
        if (properties.contains(Property.NOT_NULL)) {
            NotNull.change(actual, wanted, draft);
        }
        if (!numbersFirst) {
            Identity.change(actual, wanted, properties, alter, draft);
        }
        storage(actual, wanted, properties, alone, draft);
    }

    static Stream<SchemaObject> withHeirs(SchemaObject column, Draft draft) {
        return Stream.concat(
                Stream.of(column),
                draft
                        .before()
                        .columns(
                                draft.before().descendants(Draft.tableOf(column.id())),
                                column.id().name())
                        .stream());
    }

    /** What is a heir's own beside its parent's is decided when the column is made, and when an heir becomes one. */
    private static void refuseOrigin(SchemaObject wanted, List<Property> properties, Draft draft) {
        ObjectId table = Draft.tableOf(wanted.id());
        List<ObjectId> before = draft.before().parents(table);
        List<ObjectId> after = draft.after().parents(table);
        boolean possible = wanted.is(Property.INHERITED)
                ? !before.containsAll(after) && draft.isPartition(table)
                : !after.containsAll(before) || !isOfParent(wanted.id(), draft);
        if (properties.contains(Property.INHERITED) && !possible) {
            draft.refuse(
                    "Whether the column " + wanted.id().text()
                            + " is there because of its parent alone differs and cannot be altered: make a new table, move the rows, and rename.");
        }
    }

    private static void type(SchemaObject actual, SchemaObject wanted, String alter, Draft draft) {
        String type = wanted.text(Property.TYPE).orElseThrow();
        String name = wanted.id().quotedName();
        boolean throughText = isOfEnum(actual, draft.from()) || isOfEnum(wanted, draft.to());
        draft.destroys(
                wanted.id(),
                alter + "TYPE " + type
                        + wanted.text(Property.COLLATION)
                                .map(collation -> " COLLATE " + collation)
                                .orElse("")
                        + (wanted.is(Property.EXPRESSION)
                                ? ""
                                : " USING " + name + (throughText ? "::text::" : "::") + type),
                "Rows of " + Draft.tableOf(wanted.id()).text()
                        + " may be written anew while nobody can use it; values of "
                        + wanted.id().name() + " that do not convert from "
                        + actual.text(Property.TYPE).orElse("")
                        + " to " + type + " stop this revision.");
    }

    private static boolean isOfEnum(SchemaObject column, Schema schema) {
        return schema.needs(column.id()).stream().anyMatch(id -> id.kind() == ObjectKind.ENUM);
    }

    /** With another type both are as is usual for it. */
    private static void storage(
            SchemaObject actual, SchemaObject wanted, List<Property> properties, String alter, Draft draft) {
        boolean typed = properties.contains(Property.TYPE) || properties.contains(Property.COLLATION);
        if (typed ? wanted.is(Property.STORAGE) : properties.contains(Property.STORAGE)) {
            draft.add(
                    wanted.id(),
                    alter + "SET STORAGE "
                            + upper(wanted, Property.STORAGE, draft.server() >= 16 ? "DEFAULT" : "EXTENDED"));
        }
        if (typed ? wanted.is(Property.COMPRESSION) : properties.contains(Property.COMPRESSION)) {
            draft.add(
                    wanted.id(),
                    alter + "SET COMPRESSION "
                            + wanted.text(Property.COMPRESSION).orElse("default"));
        }
        if (properties.contains(Property.STATISTICS_TARGET)) {
            draft.add(
                    wanted.id(),
                    alter + "SET STATISTICS "
                            + wanted.text(Property.STATISTICS_TARGET).orElse("-1"));
        }
        if (properties.contains(Property.OPTIONS)) {
            Options.change(actual, wanted).forEach(change -> draft.add(wanted.id(), alter + change));
        }
    }

    private static String defaultOf(SchemaObject column) {
        return column.text(Property.DEFAULT).map(text -> "SET DEFAULT " + text).orElse("DROP DEFAULT");
    }

    private static String upper(SchemaObject column, Property property, String otherwise) {
        return column.text(property).orElse(otherwise).toUpperCase(Locale.ROOT);
    }

    /** A heir's or a partition's column is altered by itself, its parent's with those of all heirs. */
    static String altering(ObjectId column, Draft draft) {
        return altering(column, isOfParent(column, draft));
    }

    /** Without those of the heirs: they have values of their own. */
    static String alteringAlone(ObjectId column, Draft draft) {
        return altering(
                column,
                isOfParent(column, draft)
                        || !draft.after().descendants(Draft.tableOf(column)).isEmpty());
    }

    private static String altering(ObjectId column, boolean only) {
        return "ALTER TABLE " + (only ? "ONLY " : "") + Draft.relation(column) + " ALTER COLUMN " + column.quotedName()
                + " ";
    }

    /** Whether a parent that stays one has the column too, so that it is altered with the parent's. */
    static boolean isOfParent(ObjectId column, Draft draft) {
        ObjectId table = Draft.tableOf(column);
        return Stream.of(draft.before(), draft.after())
                .allMatch(family ->
                        !family.columns(family.parents(table), column.name()).isEmpty());
    }
}
