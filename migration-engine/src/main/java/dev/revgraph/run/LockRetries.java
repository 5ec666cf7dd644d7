package dev.revgraph.run;

import dev.revgraph.run.MigrationEvent.LockRetried;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is done when something fails for want of a lock: it pauses, ever longer, and gives up in the end. */
final class LockRetries {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final RunContext run;

    private int failed;

    LockRetries(RunContext run) {
        this.run = run;
    }

    /** Whether another attempt may succeed: the other side has then had its turn. */
    static boolean help(@Nullable Throwable thrown) {
        SQLException cause = thrown == null ? null : Failures.sqlCause(thrown);
        String state = cause == null ? null : cause.getSQLState();
        return Failures.LOCK_NOT_AVAILABLE.equals(state) || Failures.DEADLOCK.equals(state);
    }

    /**
     * Pauses before the next attempt; what failed has been rolled back.
     *
     * @throws LockTimeoutException if there were enough of them
     */
    void pause(StatementFailedException failure) {
        String revision = failure.statement().revision();
        failed++;
        if (failed > run.settings.lockRetries()) {
            throw new LockTimeoutException(revision, failed, run.watch.blockers(), failure);
        }
        Duration pause = Backoff.pause(failed - 1, FIRST_PAUSE, LONGEST_PAUSE);
        run.announcer.tell(new LockRetried(
                run.announcer.database(),
                revision,
                failed,
                run.settings.lockRetries() + 1,
                pause,
                run.watch.blockers()));
        run.sleeper.sleep(pause);
    }
}
