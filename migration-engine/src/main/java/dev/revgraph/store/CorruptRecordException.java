package dev.revgraph.store;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** A write to the records did not touch the one row it had to: somebody changed them by hand or at the same time. */
public final class CorruptRecordException extends MigrationException {

    CorruptRecordException(String revision, String operation, int rows) {
        super(
                ErrorCode.CORRUPT_RECORD,
                "The record of revision \"" + revision + "\" does not fit the " + operation + ": " + rows
                        + " rows changed instead of one. The step is rolled back.",
                "Look at `status`, and at who else changes the migration tables; then run the command again.",
                List.of(revision));
    }
}
