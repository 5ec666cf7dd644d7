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
