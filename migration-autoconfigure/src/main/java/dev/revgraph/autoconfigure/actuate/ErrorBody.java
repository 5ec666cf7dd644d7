package dev.revgraph.autoconfigure.actuate;

import dev.revgraph.MigrationException;
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
                new Details(failure.code().text(), failure.getMessage(), failure.action(), failure.revisions()));
    }
}
