package dev.revgraph.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log of what was done to a database; the log only ever grows.
 *
 * @param id its number; later entries have higher ones
 * @param operation {@code upgrade}, {@code downgrade}, {@code stamp}, {@code adopt}, {@code repeat}, {@code repair} or
 *     {@code reset}
 * @param revision the revision concerned; {@code null} for a stamp of several
 * @param headsBefore the current heads before
 * @param headsAfter the current heads afterwards
 * @param outcome {@code done} or {@code failed}
 * @param username the database role
 * @param host the machine it was run from
 * @param application name of the application that ran it
 * @param reason why, in the words of whoever ran it
 * @param error what went wrong
 * @param sqlState PostgreSQL's code for it
 */
public record HistoryEntry(
        long id,
        String operation,
        @Nullable String revision,
        List<String> headsBefore,
        List<String> headsAfter,
        String outcome,
        Instant startedAt,
        Instant finishedAt,
        String username,
        @Nullable String host,
        @Nullable String application,
        @Nullable String reason,
        @Nullable String error,
        @Nullable String sqlState) {

    public HistoryEntry {
        headsBefore = List.copyOf(headsBefore);
        headsAfter = List.copyOf(headsAfter);
    }
}
