package dev.revgraph.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line to be added to the log.
 *
 * @param millis how long it took, in milliseconds; the line's start is that long before its end
 * @param error what went wrong, {@code null} if it is done
 * @param sqlState PostgreSQL's code for it
 */
public record HistoryLine(
        Operation operation,
        @Nullable String revision,
        List<String> headsBefore,
        List<String> headsAfter,
        long millis,
        @Nullable String reason,
        @Nullable String error,
        @Nullable String sqlState) {

    public HistoryLine {
        headsBefore = List.copyOf(headsBefore);
        headsAfter = List.copyOf(headsAfter);
    }

    String outcome() {
        return error == null ? "done" : "failed";
    }
}
