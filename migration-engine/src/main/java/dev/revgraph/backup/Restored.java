package dev.revgraph.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database that has been restored, and counted. Immutable.
 *
 * @param database its name
 * @param current its heads
 * @param tables how many were counted
 * @param rows of all tables
 * @param kept the name under which the replaced database is kept; {@code null} if there is none
 * @param millis how long it took
 */
public record Restored(
        String database,
        List<String> current,
        int tables,
        long rows,
        @Nullable String kept,
        long millis) {

    public Restored {
        current = List.copyOf(current);
    }
}
