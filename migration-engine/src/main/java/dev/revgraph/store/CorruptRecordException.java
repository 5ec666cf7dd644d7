package dev.revgraph.store;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A write to the records did not touch the one row it had to: somebody changed them by hand or at the same time. */
public final class CorruptRecordException extends MigrationException {

    CorruptRecordException(String revision, String operation, int rows) {
        this(revision, operation, rows + " rows changed instead of one", null);
    }

    /** The statement itself has refused to change another number of rows than one. */
    CorruptRecordException(String revision, String operation, Throwable refusal) {
        this(revision, operation, "there is not exactly one row to change", refusal);
    }

    private CorruptRecordException(String revision, String operation, String found, @Nullable Throwable cause) {
        super(
                ErrorCode.CORRUPT_RECORD,
                "The record of revision \"" + revision + "\" does not fit the " + operation + ": " + found
                        + ". The step is rolled back.",
                "Look at `status`, and at who else changes the migration tables; then run the command again.",
                List.of(revision),
                cause);
    }
}
