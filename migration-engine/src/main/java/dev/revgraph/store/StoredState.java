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
 */
public record StoredState(boolean tablesExist, Map<String, AppliedRevision> rows, long version) {

    public StoredState {
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    }

    public static StoredState nothing() {
        return new StoredState(false, Map.of(), 0);
    }
}
