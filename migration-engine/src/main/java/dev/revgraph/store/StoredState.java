package dev.revgraph.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a database says of its revisions at one moment.
 *
 * @param tablesExist whether there are migration tables at all
 * @param rows everything recorded, by id
 * @param version the number of the last history line, 0 if there is none. Every change of the records adds a line,
 *     so an unchanged number means unchanged records
 * @param foreign what is there although nothing is recorded; asked for only where nothing is
 */
public record StoredState(
        boolean tablesExist, Map<String, AppliedRevision> rows, long version, ForeignObjects foreign) {

    public StoredState {
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    }

    public StoredState(boolean tablesExist, Map<String, AppliedRevision> rows, long version) {
        this(tablesExist, rows, version, ForeignObjects.NONE);
    }

    public static StoredState nothing() {
        return new StoredState(false, Map.of(), 0);
    }

    StoredState beside(ForeignObjects found) {
        return new StoredState(tablesExist, rows, version, found);
    }
}
