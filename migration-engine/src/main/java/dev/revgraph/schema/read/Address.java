package dev.revgraph.schema.read;

/**
 * Where the catalog keeps something, as {@code pg_depend} names it.
 *
 * @param catalog OID of the catalog table
 * @param object OID of its row
 * @param part number of the column; 0 for the whole
 */
record Address(long catalog, long object, int part) {

    Address whole() {
        return part == 0 ? this : new Address(catalog, object, 0);
    }
}
