package dev.revgraph.autoconfigure.status;

import dev.revgraph.report.Status;
import java.time.Duration;
import java.util.Optional;

/** What asking a database for its status led to. */
public sealed interface StatusAnswer {

    /** It answered. */
    record Known(Status status) implements StatusAnswer {}

    /** It could not be asked. */
    record Failed(RuntimeException failure) implements StatusAnswer {}

    /** It has not answered in time; perhaps it still will. */
    record Silent(Duration waited) implements StatusAnswer {}

    /** The status, where there is one. */
    default Optional<Status> ifKnown() {
        return this instanceof Known known ? Optional.of(known.status) : Optional.empty();
    }
}
