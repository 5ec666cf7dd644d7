package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.time.Duration;
import java.util.List;

/** Another instance is migrating and does not come to an end within the time that this one may wait. */
public final class LockUnavailableException extends MigrationException {

    LockUnavailableException(Duration waited, String holder) {
        super(
                ErrorCode.LOCK_UNAVAILABLE,
                "Another instance is migrating this database (" + holder + "); this one has waited "
                        + waited.toSeconds() + " s and gives up. It has changed nothing.",
                "Start again when the other one has ended, or wait longer with `migration.wait-for-lock`.",
                List.of());
    }
}
