package dev.revgraph.autoconfigure.actuate;

import dev.revgraph.MigrationException;
import dev.revgraph.run.LockTimeoutException;
import java.util.List;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/** An error in JSON, in the same form as on the command line. */
record ErrorBody(Details error) implements OperationResponseBody {

    /**
     * What is wrong.
     *
     * @param code for programs
     * @param message for people
     * @param action what to do about it
     * @param revisions those concerned, or candidates
     */
    record Details(String code, String message, String action, List<String> revisions) {}

    static ErrorBody of(MigrationException failure) {
        return new ErrorBody(
                new Details(failure.code().text(), message(failure), failure.action(), failure.revisions()));
    }

    static ErrorBody of(String code, String message, String action) {
        return new ErrorBody(new Details(code, message, action, List.of()));
    }

    /** Other sessions' statements are for the log only. */
    private static String message(MigrationException failure) {
        return failure instanceof LockTimeoutException
                ? "The revision waits in vain for a lock and is rolled back; the log says who is in the way."
                : failure.getMessage();
    }
}
