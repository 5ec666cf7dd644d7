package dev.revgraph.schema.diff;

import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What entities say: tables, columns, keys, unique constraints, checks on enums, sequences. They know nothing of
 * triggers, partitions or views, so what only the database has of those is no difference, and neither is a property
 * that an entity leaves open.
 */
final class EntityMeasure implements Measure {

    private static final Set<ObjectKind> OWNED = EnumSet.of(
            ObjectKind.TABLE,
            ObjectKind.COLUMN,
            ObjectKind.PRIMARY_KEY,
            ObjectKind.UNIQUE,
            ObjectKind.FOREIGN_KEY,
            ObjectKind.SEQUENCE);

    /** Properties that an entity always says something of, if only by leaving them out. */
    private static final Set<Property> DECIDED = EnumSet.of(
            Property.TYPE,
            Property.NOT_NULL,
            Property.IDENTITY,
            Property.COLUMNS,
            Property.REFERENCES,
            Property.UNIQUE,
            Property.ELEMENTS);

    private static final Pattern SIX_DIGITS = Pattern.compile("^(timestamp|time)\\(6\\)");

    /** Options of a sequence count for a sequence, not for the one behind an identity column. */
    @Override
    public boolean compares(Property property, SchemaObject actual, SchemaObject wanted) {
        return switch (property) {
            case VALID, ENFORCED, OPTIONS, TABLESPACE, PERSISTENCE, OWNER, OWNED_BY, INHERITED, ON -> false;
            case SEQUENCE_OPTIONS -> wanted.id().kind() == ObjectKind.SEQUENCE;
            // An entity says that the database numbers, never whether it may be told a number.
            case IDENTITY -> actual.is(Property.IDENTITY) != wanted.is(Property.IDENTITY);
            case TYPE -> !type(actual).equals(type(wanted));
            case DEFAULT -> wanted.is(Property.DEFAULT) && !actual.is(Property.IDENTITY);
            default -> property.compared() && (DECIDED.contains(property) || wanted.is(property));
        };
    }

    /** Six digits of a second are what PostgreSQL keeps where no number is written; Hibernate writes it. */
    private static String type(SchemaObject object) {
        return SIX_DIGITS.matcher(object.text(Property.TYPE).orElse("")).replaceFirst("$1");
    }

    @Override
    public boolean ownsExtra(SchemaObject actual) {
        return switch (actual.id().kind()) {
            case SEQUENCE -> !actual.is(Property.OWNED_BY);
            case CHECK -> isNamedForItsColumn(actual);
            default -> OWNED.contains(actual.id().kind());
        };
    }

    /** As the check of an enum's names is called, which goes when the enum goes. */
    private static boolean isNamedForItsColumn(SchemaObject check) {
        return check.list(Property.COLUMNS).size() == 1
                && check.id()
                        .name()
                        .equals(check.id().path().get(1)
                                + "_"
                                + check.list(Property.COLUMNS).get(0)
                                + "_check");
    }

    @Override
    public boolean comparesNames() {
        return false;
    }

    /** A unique index keeps what a unique constraint keeps. */
    @Override
    public boolean serves(SchemaObject actual, SchemaObject wanted) {
        return wanted.id().kind() == ObjectKind.UNIQUE
                && actual.id().kind() == ObjectKind.INDEX
                && actual.is(Property.UNIQUE)
                && actual.is(Property.VALID)
                && actual.text(Property.DEFINITION).stream().noneMatch(text -> text.contains(" WHERE "))
                && actual.list(Property.COLUMNS).equals(wanted.list(Property.COLUMNS));
    }
}
