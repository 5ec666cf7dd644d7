package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the revisions have made cannot be dropped; the database is as it was. */
public final class ClearanceException extends MigrationException {

    private final String details;

    ClearanceException(String statement, SQLException failure) {
        super(
                ErrorCode.STATEMENT_FAILED,
                "The database cannot be cleared: `" + statement + "` fails: "
                        + String.valueOf(failure.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("")
                        + ". The transaction is rolled back: nothing has been changed.",
                "Drop what stands in the way first, if nobody needs it; then try again.",
                List.of(),
                failure);
        ServerErrorMessage server = failure instanceof PSQLException told ? told.getServerErrorMessage() : null;
        String detail = server == null ? null : server.getDetail();
        this.details = detail == null ? "" : detail;
    }

    private ClearanceException(String message) {
        super(ErrorCode.LOCK_UNAVAILABLE, message, "Run the command again when nobody else migrates.", List.of());
        this.details = "";
    }

    static ClearanceException moved(List<String> then, List<String> now) {
        return new ClearanceException("Somebody has migrated the database meanwhile: it was at " + then + " and is at "
                + now + ". Nothing has been changed.");
    }

    /** What the server says stands in the way; empty if it does not say. */
    @Override
    public String details() {
        return details;
    }
}
