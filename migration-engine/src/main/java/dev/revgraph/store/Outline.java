package dev.revgraph.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As much of the records as tells whether anything is left to do, and what the files that were applied look like. Read
 * at every start of every application, so it holds little. Immutable.
 *
 * @param tablesExist whether there are migration tables at all
 * @param lines everything recorded, by id
 */
public record Outline(boolean tablesExist, Map<String, Line> lines) {

    public Outline {
        lines = Collections.unmodifiableMap(lines);
    }

    static final Outline NOTHING = new Outline(false, Map.of());

    /**
     * One row.
     *
     * @param applied whether it is; otherwise it is running
     * @param seal see {@link RevisionRecord#seal()}
     */
    public record Line(
            String id,
            boolean applied,
            @Nullable String seal,
            @Nullable String checksumAlgorithm,
            @Nullable String upgradeChecksum,
            String description,
            List<String> parents,
            List<String> dependencies,
            List<String> labels) {}
}
