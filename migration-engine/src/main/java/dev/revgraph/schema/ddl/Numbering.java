package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import java.math.BigInteger;

/**
 * Where a sequence stands is data, and stays; only where the new bounds leave it no place does it have to move, since the
 * server refuses them otherwise.
 */
final class Numbering {

    private Numbering() {}

    /**
     * Moves a sequence into its new bounds, as far as it has to.
     *
     * @param sequence an expression that yields it
     * @return what to add to the statement that sets the bounds
     */
    static String fit(SchemaObject actual, SchemaObject wanted, String sequence, Draft draft) {
        BigInteger start = option(actual, "START WITH ");
        BigInteger lowest = option(wanted, "MINVALUE ");
        BigInteger highest = option(wanted, "MAXVALUE ");
        if (start.compareTo(lowest) >= 0 && start.compareTo(highest) <= 0) {
            return "";
        }
        boolean apart =
                lowest.compareTo(option(actual, "MAXVALUE ")) > 0 || highest.compareTo(option(actual, "MINVALUE ")) < 0;
        if (apart) {
            return " RESTART";
        }
        String last = "pg_catalog.pg_sequence_last_value(" + sequence + ")";
        draft.add(
                wanted.id(),
                "SELECT pg_catalog.setval(" + sequence + ", least(greatest(coalesce(" + last + ", " + start + "), "
                        + lowest + "), " + highest + "), " + last + " IS NOT NULL)");
        return "";
    }

    private static BigInteger option(SchemaObject object, String name) {
        return object.list(Property.SEQUENCE_OPTIONS).stream()
                .filter(option -> option.startsWith(name))
                .map(option -> new BigInteger(option.substring(name.length())))
                .findFirst()
                .orElse(BigInteger.ONE);
    }
}
