package dev.revgraph.diagnose;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that failed, and what the server said about the objects in question.
 *
 * @param revision the revision that it belongs to
 * @param direction {@code upgrade} or {@code downgrade}
 * @param source where it is written
 * @param number its number in the revision, counted from 1; behind all of them if the commit failed
 * @param text the statement; empty if it is not known which one it was, as at a commit
 * @param position the place that the server points at, in characters counted from 1; 0 if none
 * @param sqlState PostgreSQL's code
 * @param schema of the table in question; {@code null} if the server names none, as for the others
 */
public record FailedSql(
        String revision,
        String direction,
        Source source,
        int number,
        String text,
        int position,
        String sqlState,
        @Nullable String schema,
        @Nullable String table,
        @Nullable String column,
        @Nullable String constraint,
        Timing timing) {

    /** Where a statement is written. */
    public enum Source {
        /** In the file of a revision, which has a header. */
        FILE,
        /** In a Java revision, which has an annotation. */
        CODE,
        /** Where nothing can be said about how it is to run: a stored downgrade, a repeatable script. */
        BARE
    }

    /**
     * How long it ran, and might have run.
     *
     * @param took how long it ran; zero if that is not known
     * @param own the statement time-out of the revision itself, {@code null} if it has none; zero means no limit
     * @param configured the one of the configuration, {@code null} as for the other
     * @param blockers who was seen in its way
     */
    public record Timing(
            Duration took, @Nullable Duration own, @Nullable Duration configured, List<String> blockers) {

        public Timing {
            blockers = List.copyOf(blockers);
        }
    }
}
