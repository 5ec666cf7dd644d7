package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** A revision could not get a lock on something it changes, in all its attempts; it is rolled back. */
public final class LockTimeoutException extends MigrationException {

    private final transient List<String> blockers;

    LockTimeoutException(String revision, int attempts, List<String> blockers, StatementFailedException last) {
        super(
                ErrorCode.LOCK_TIMEOUT,
                "Revision \"" + revision + "\" waits in vain for a lock, " + attempts
                        + (attempts == 1 ? " time" : " times") + " ("
                        + last.statement().origin()
                        + "). What it had not committed is rolled back; what was finished before stays.",
                "End or await the transactions that hold the lock (pg_stat_activity shows them), then run the command"
                        + " again; or allow more patience with `migration.lock-retries` or a `-- lock-timeout:` header.",
                List.of(revision),
                last);
        this.blockers = List.copyOf(blockers);
    }

    /** Names who is in the way. Not in the message, which goes to the history: others' queries are nothing for it. */
    @Override
    public String details() {
        return blockers.isEmpty() ? "" : "In the way: " + String.join("; ", blockers) + ".";
    }

    /** Who held the lock, as far as could be seen. */
    public List<String> blockers() {
        return blockers;
    }
}
