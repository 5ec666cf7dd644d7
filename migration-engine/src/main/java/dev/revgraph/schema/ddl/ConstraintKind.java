package dev.revgraph.schema.ddl;

import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import dev.revgraph.schema.model.SqlName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Constraints of tables that are there. Keys and unique constraints take an index that was built beforehand; checks and
 * foreign keys hold for new rows at once and are held against the old ones afterwards.
 */
final class ConstraintKind implements KindWriter {

    private static final Set<Property> DEFERRING = EnumSet.of(Property.DEFERRABLE, Property.INITIALLY_DEFERRED);

    @Override
    public void create(SchemaObject wanted, Draft draft) {
        ObjectId id = wanted.id();
        boolean live = draft.isLive(Draft.tableOf(id));
        if (draft.guarded()) {
            drop(id, "IF EXISTS ", draft);
        }
        boolean prebuilt = live && Prebuilt.fits(wanted, draft);
        Stage stage = prebuilt || Prebuilt.comesBefore(id, draft) ? Stage.VALIDATION : Stage.MAIN;
        if (prebuilt) {
            Prebuilt.add(wanted, draft);
        } else {
            boolean later = live && validates(wanted) && !isPartitioned(id, draft);
            draft.add(stage, id, altering(id) + "ADD " + definition(wanted) + (later ? " NOT VALID" : ""));
            if (later) {
                draft.add(Stage.VALIDATION, id, altering(id) + "VALIDATE CONSTRAINT " + id.quotedName());
            }
        }
        draft.comment(stage, wanted);
        ChosenIndex.again(id, draft);
    }

    private static boolean validates(SchemaObject wanted) {
        ObjectKind kind = wanted.id().kind();
        return (kind == ObjectKind.CHECK || kind == ObjectKind.FOREIGN_KEY)
                && wanted.is(Property.VALID)
                && wanted.is(Property.ENFORCED);
    }

    /** Before PostgreSQL 18 a partitioned table takes no foreign key that is not valid. */
    private static boolean isPartitioned(ObjectId id, Draft draft) {
        return id.kind() == ObjectKind.FOREIGN_KEY
                && draft.to()
                        .find(Draft.tableOf(id))
                        .filter(table -> table.is(Property.PARTITION_KEY))
                        .isPresent();
    }

    /** As it stands in {@code CREATE TABLE}. */
    static String definition(SchemaObject constraint) {
        return "CONSTRAINT " + constraint.id().quotedName() + " "
                + withOptions(constraint)
                + (constraint.is(Property.ENFORCED) ? "" : " NOT ENFORCED")
                + (constraint.is(Property.VALID) || !constraint.is(Property.ENFORCED) ? "" : " NOT VALID");
    }

    /** Of an exclusion PostgreSQL itself writes them, of a key it does not. */
    private static String withOptions(SchemaObject constraint) {
        String whole = constraint.text(Property.DEFINITION).orElseThrow();
        if (constraint.id().kind() == ObjectKind.EXCLUSION) {
            return whole;
        }
        String start = withoutDeferring(constraint);
        return start + Options.with(constraint) + whole.substring(start.length());
    }

    @Override
    public void drop(SchemaObject actual, Draft draft) {
        drop(actual.id(), draft.ifExists(), draft);
    }

    private static void drop(ObjectId id, String ifExists, Draft draft) {
        draft.add(id, altering(id) + "DROP CONSTRAINT " + ifExists + id.quotedName());
    }

    @Override
    public void rename(ObjectId from, ObjectId to, Draft draft) {
        draft.add(to, altering(to) + "RENAME CONSTRAINT " + from.quotedName() + " TO " + to.quotedName());
    }

    @Override
    public boolean alters(SchemaObject actual, SchemaObject wanted, Difference difference, int server) {
        return difference.properties().stream().allMatch(property -> switch (property) {
            case COMMENT -> true;
            case OPTIONS -> wanted.id().kind() != ObjectKind.EXCLUSION;
            case VALID -> wanted.is(Property.VALID);
            case DEFERRABLE, INITIALLY_DEFERRED -> wanted.id().kind() == ObjectKind.FOREIGN_KEY;
            case DEFINITION ->
                difference.properties().stream().anyMatch(DEFERRING::contains)
                        && withoutDeferring(actual).equals(withoutDeferring(wanted));
            default -> false;
        });
    }

    private static String withoutDeferring(SchemaObject constraint) {
        return constraint
                .text(Property.DEFINITION)
                .orElse("")
                .replaceFirst("( DEFERRABLE)?( INITIALLY DEFERRED)?$", "");
    }

    @Override
    public void alter(SchemaObject actual, SchemaObject wanted, Difference difference, Draft draft) {
        ObjectId id = wanted.id();
        List<Property> properties = difference.properties();
        if (properties.stream().anyMatch(DEFERRING::contains)) {
            draft.add(
                    id,
                    altering(id) + "ALTER CONSTRAINT " + id.quotedName()
                            + (wanted.is(Property.DEFERRABLE) ? " DEFERRABLE" : " NOT DEFERRABLE")
                            + (wanted.is(Property.INITIALLY_DEFERRED)
                                    ? " INITIALLY DEFERRED"
                                    : " INITIALLY IMMEDIATE"));
        }
        Options.change(actual, wanted).forEach(change -> draft.add(id, "ALTER INDEX " + index(id) + " " + change));
        if (properties.contains(Property.VALID)) {
            draft.add(Stage.VALIDATION, id, altering(id) + "VALIDATE CONSTRAINT " + id.quotedName());
        }
    }

    private static String index(ObjectId id) {
        return SqlName.quoted(id.path().get(0)) + "." + id.quotedName();
    }

    static String altering(ObjectId id) {
        return "ALTER TABLE " + SqlName.quoted(id.path().get(0)) + "."
                + SqlName.quoted(id.path().get(1)) + " ";
    }
}
