package dev.revgraph.run;

import dev.revgraph.MigrationException;
import dev.revgraph.report.RunReport;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened during a run. Events carry no SQL text and no secrets. */
public sealed interface MigrationEvent {

    /** The database's name, {@code default} for the primary one. */
    String database();

    /** A run has work to do and begins. A run with nothing to do is silent. */
    record RunStarted(String database, String operation, List<String> revisions) implements MigrationEvent {

        public RunStarted {
            revisions = List.copyOf(revisions);
        }
    }

    /** A run is asked for and does not begin: no revision is touched. What is wrong is said by the failure. */
    record RunRefused(String database, String operation, MigrationException failure) implements MigrationEvent {}

    /** A revision begins. */
    record RevisionStarted(String database, String revision, String direction, String description)
            implements MigrationEvent {}

    /** A revision is committed, together with its record. */
    record RevisionFinished(String database, String revision, String direction, String description, Duration took)
            implements MigrationEvent {}

    /** A revision failed; what the database holds of it is said by the failure. */
    record RevisionFailed(String database, String revision, String direction, Duration took, MigrationException failure)
            implements MigrationEvent {}

    /**
     * A revision waited for a lock in vain, was rolled back, and is tried again after a pause.
     *
     * @param attempt the attempt that failed, counted from 1
     * @param attempts how many there may be
     * @param blockers who held the lock, as far as could be seen: pid, user, application, age and query shortened
     */
    record LockRetried(
            String database, String revision, int attempt, int attempts, Duration pause, List<String> blockers)
            implements MigrationEvent {

        public LockRetried {
            blockers = List.copyOf(blockers);
        }
    }

    /**
     * A statement is at work for more than a second; told every second from then on, as far as a second connection can
     * be had, and by another thread than the one that runs; never after the statement has ended.
     *
     * @param elapsed for how long it is at work
     * @param phase what the server does, in its own words; {@code null} for statements that it does not keep count of
     * @param done how much of the phase is done
     * @param total how much there is to do in it; 0 if that is not known
     * @param unit what is counted: {@code blocks}, {@code rows} …
     * @param blockers who is in its way now, as far as can be seen; empty for a statement that does not wait
     */
    record StatementProgress(
            String database,
            String revision,
            Duration elapsed,
            @Nullable String phase,
            long done,
            long total,
            String unit,
            List<String> blockers)
            implements MigrationEvent {

        public StatementProgress {
            blockers = List.copyOf(blockers);
        }

        /** What is going on, in words: {@code building index: scanning table, 45 % (9 of 20 blocks)}. */
        public String summary() {
            if (!blockers.isEmpty()) {
                return (phase == null ? "waits for a lock" : phase) + "; in the way: " + String.join("; ", blockers);
            }
            if (phase == null) {
                return "at work";
            }
            if (total > 0) {
                long percent = Math.min(100, Math.max(0, done) * 100 / total);
                return phase + ", " + percent + " % (" + done + " of " + total + " " + unit + ")";
            }
            return done > 0 ? phase + ", " + done + " " + unit : phase;
        }
    }

    /**
     * The server says something while a revision runs: its own notices, and what {@code RAISE} says in functions, triggers
     * and {@code DO} blocks. Of each revision the first hundred are told, and the first hundred warnings, perhaps by
     * another thread than the one that runs, and never after the statement has ended.
     *
     * @param severity in the server's words: {@code NOTICE}, {@code WARNING}, {@code INFO} …
     * @param sqlState PostgreSQL's code, {@code 00000} for what {@code RAISE NOTICE} says
     * @param message at most 2000 characters, without those that a terminal obeys
     */
    record NoticeReceived(String database, String revision, String severity, String sqlState, String message)
            implements MigrationEvent {

        /** Whether it is a warning; a server that speaks another language than English tells by the code alone. */
        public boolean isWarning() {
            return severity.equals("WARNING") || sqlState.startsWith("01");
        }
    }

    /** The server has said more while a revision ran than is told; told before the end of the revision. */
    record NoticesLeftOut(String database, String revision, int count) implements MigrationEvent {}

    /** Another instance is migrating; this one waits. Told after the first second and then every ten. */
    record WaitingForOther(String database, Duration waited, String holder) implements MigrationEvent {}

    /** A run that had work to do has ended. */
    record RunFinished(
            String database,
            String operation,
            RunReport report,
            Duration took,
            @Nullable MigrationException failure) implements MigrationEvent {}
}
