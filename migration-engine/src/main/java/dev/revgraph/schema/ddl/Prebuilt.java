package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import dev.revgraph.schema.model.SqlName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys and unique constraints over an index that is built first, while the table is in use. */
final class Prebuilt {

    private static final Pattern SHAPE = Pattern.compile(
            "(PRIMARY KEY|UNIQUE)(?<nulls> NULLS NOT DISTINCT)? (?<columns>\\(.*?\\))(?<include> INCLUDE \\(.*?\\))?"
                    + "(?<deferring>( NOT)?( DEFERRABLE)?( INITIALLY DEFERRED)?)");

    private Prebuilt() {}

    static boolean fits(SchemaObject constraint, Draft draft) {
        ObjectKind kind = constraint.id().kind();
        return (kind == ObjectKind.PRIMARY_KEY || kind == ObjectKind.UNIQUE)
                && !draft.isNeededAtOnce(constraint.id())
                && !constraint.text(Property.DEFINITION).orElse("").contains(" WITHOUT OVERLAPS")
                && SHAPE.matcher(constraint.text(Property.DEFINITION).orElse(""))
                        .matches()
                && draft.to()
                        .find(Draft.tableOf(constraint.id()))
                        .filter(table -> !table.is(Property.PARTITION_KEY))
                        .isPresent();
    }

    /** Whether a foreign key refers to one that is there only after its index has been built. */
    static boolean comesBefore(ObjectId foreignKey, Draft draft) {
        return draft.to().needs(foreignKey).stream()
                .filter(needed -> needed.kind().isConstraint() && draft.creates(needed))
                .filter(needed -> draft.isLive(Draft.tableOf(needed)))
                .anyMatch(needed -> draft.to()
                        .find(needed)
                        .filter(constraint -> fits(constraint, draft))
                        .isPresent());
    }

    static void add(SchemaObject constraint, Draft draft) {
        Matcher shape = SHAPE.matcher(constraint.text(Property.DEFINITION).orElseThrow());
        if (!shape.matches()) {
            throw new IllegalStateException("No constraint over an index: " + constraint);
        }
        ObjectId id = constraint.id();
        draft.add(
                Stage.INDEXES,
                id,
                "CREATE UNIQUE INDEX CONCURRENTLY " + draft.ifNotExists() + id.quotedName() + " ON "
                        + Draft.relation(id) + " "
                        + SqlName.list(constraint.list(Property.COLUMNS)).transform(list -> "(" + list + ")")
                        + text(shape, "include")
                        + text(shape, "nulls")
                        + Options.with(constraint));
        draft.add(
                Stage.VALIDATION,
                id,
                ConstraintKind.altering(id) + "ADD CONSTRAINT " + id.quotedName() + " " + shape.group(1)
                        + " USING INDEX " + id.quotedName() + text(shape, "deferring"));
    }

    private static String text(Matcher shape, String group) {
        String text = shape.group(group);
        return text == null ? "" : text;
    }
}
