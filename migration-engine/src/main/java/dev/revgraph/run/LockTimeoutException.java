package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.diagnose.Diagnosis;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A revision could not get a lock on something it changes, in all its attempts; it is rolled back. */
public final class LockTimeoutException extends MigrationException {

    private static final String MORE_TIME =
            "End or await the transactions that hold the lock (pg_stat_activity shows them), then run the command again; or"
                    + " allow more patience with `migration.lock-retries` or a `-- lock-timeout:` header.";

    private static final String ONE_ORDER =
            "Run the command again: whether transactions meet like this depends on the moment. If it comes again, let the"
                    + " revision lock its tables in the order in which the application does, or split it.";

    private final transient List<String> blockers;
    private final transient @Nullable Diagnosis diagnosis;

    LockTimeoutException(String revision, int attempts, List<String> blockers, StatementFailedException last) {
        this(
                "Revision \"" + revision + "\" "
                        + (isDeadlock(last) ? "runs into a deadlock" : "waits in vain for a lock")
                        + ", " + attempts + (attempts == 1 ? " time" : " times") + " ("
                        + last.statement().origin()
                        + "). What it had not committed is rolled back; what was finished before stays.",
                isDeadlock(last) ? ONE_ORDER : MORE_TIME,
                List.of(revision),
                blockers,
                null,
                last);
    }

    private LockTimeoutException(
            String message,
            String action,
            List<String> revisions,
            List<String> blockers,
            @Nullable Diagnosis diagnosis,
            @Nullable Throwable last) {
        super(ErrorCode.LOCK_TIMEOUT, message, action, revisions, last);
        this.blockers = List.copyOf(blockers);
        this.diagnosis = diagnosis;
    }

    private static boolean isDeadlock(StatementFailedException failure) {
        return Failures.DEADLOCK.equals(failure.statement().sqlState());
    }

    /** The same failure with its cause. */
    LockTimeoutException because(Diagnosis found) {
        LockTimeoutException explained =
                new LockTimeoutException(getMessage(), action(), revisions(), blockers, found, getCause());
        explained.setStackTrace(getStackTrace());
        for (Throwable suppressed : getSuppressed()) {
            explained.addSuppressed(suppressed);
        }
        return explained;
    }

    /** Names who is in the way. Not in the message, which goes to the history: others' queries are nothing for it. */
    @Override
    public String details() {
        String inTheWay = blockers.isEmpty() ? "" : "In the way: " + String.join("; ", blockers) + ".";
        return diagnosis == null ? inTheWay : (inTheWay + "\n\n" + diagnosis.text()).strip();
    }

    /** What the database shows of the cause; nothing if the blockers say it all. */
    public Optional<Diagnosis> diagnosis() {
        return Optional.ofNullable(diagnosis);
    }

    /** Who held the lock, as far as could be seen. */
    public List<String> blockers() {
        return blockers;
    }
}
