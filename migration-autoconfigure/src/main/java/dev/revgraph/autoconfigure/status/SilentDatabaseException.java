package dev.revgraph.autoconfigure.status;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.time.Duration;
import java.util.List;

/** A database does not answer in time; perhaps it still will. */
public final class SilentDatabaseException extends MigrationException {

    /** @param open for how long a question to it has been open */
    SilentDatabaseException(String database, Duration open) {
        super(
                ErrorCode.CONNECTION,
                "The database \"" + database + "\" does not answer: a question to it has been open for " + seconds(open)
                        + " s. Nothing is changed by asking.",
                "Look whether the server runs and can be reached, whether the application's pool has a connection left, and"
                        + " with `pg_stat_activity` whether somebody holds a lock on the migration tables.",
                List.of());
    }

    private static long seconds(Duration open) {
        return Math.max(1, open.toSeconds());
    }
}
