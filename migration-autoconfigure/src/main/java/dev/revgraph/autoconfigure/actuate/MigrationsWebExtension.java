package dev.revgraph.autoconfigure.actuate;

import dev.revgraph.MigrationException;
import dev.revgraph.autoconfigure.status.Answer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/** {@link MigrationsEndpoint} over HTTP: failures become a status and a body that says what is wrong. Thread-safe. */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public final class MigrationsWebExtension {

    private static final Logger log = LoggerFactory.getLogger(MigrationsWebExtension.class);

    private final MigrationsEndpoint endpoint;

    MigrationsWebExtension(MigrationsEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @ReadOperation
    public WebEndpointResponse<Object> databases() {
        var answers = endpoint.statuses();
        boolean all = answers.values().stream().allMatch(Answer.Known.class::isInstance);
        return new WebEndpointResponse<>(
                MigrationsEndpoint.body(answers),
                all ? WebEndpointResponse.STATUS_OK : WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
    }

    @ReadOperation
    public WebEndpointResponse<Object> database(@Selector String database) {
        return answer(() -> endpoint.database(database));
    }

    @ReadOperation
    public WebEndpointResponse<Object> history(
            @Selector String database, @Selector String view, @Nullable Integer page, @Nullable Integer size) {
        return answer(() -> endpoint.history(database, view, page, size));
    }

    @ReadOperation
    public WebEndpointResponse<Object> revision(
            @Selector String database, @Selector String view, @Selector String revision) {
        return answer(() -> endpoint.revision(database, view, revision));
    }

    @WriteOperation
    public WebEndpointResponse<Object> move(
            @Selector String database, @Nullable String operation, @Nullable String target, @Nullable String reason) {
        return answer(() -> endpoint.move(database, operation, target, reason));
    }

    private static WebEndpointResponse<Object> answer(Supplier<Body> question) {
        try {
            return new WebEndpointResponse<>(question.get());
        } catch (UnknownNameException unknown) {
            return new WebEndpointResponse<>(ErrorBody.of(unknown), WebEndpointResponse.STATUS_NOT_FOUND);
        } catch (MigrationException failure) {
            int status = status(failure);
            if (status != WebEndpointResponse.STATUS_BAD_REQUEST) {
                log(failure);
            }
            return new WebEndpointResponse<>(ErrorBody.of(failure), status);
        }
    }

    /** With what the answer leaves out. */
    private static void log(MigrationException failure) {
        String details = failure.details();
        log.warn("A request fails: {}{}", failure.getMessage(), details.isEmpty() ? "" : "\n" + details);
    }

    /** Bad request: another target would do. Conflict: the database or the files must change first. */
    private static int status(MigrationException failure) {
        return switch (failure.code()) {
            case USAGE,
                    NO_SUCH_REVISION,
                    AMBIGUOUS_PREFIX,
                    AMBIGUOUS_TARGET,
                    OUT_OF_RANGE,
                    NOT_AN_ANCESTOR,
                    NOT_IN_BRANCH,
                    OVERLAPPING_TARGETS -> WebEndpointResponse.STATUS_BAD_REQUEST;
            case CONNECTION -> WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE;
            default -> 409;
        };
    }
}
