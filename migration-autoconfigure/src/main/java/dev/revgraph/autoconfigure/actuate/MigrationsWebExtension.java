package dev.revgraph.autoconfigure.actuate;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.autoconfigure.actuate.page.DatabaseView;
import dev.revgraph.autoconfigure.actuate.page.MigrationsPage;
import dev.revgraph.autoconfigure.status.Answer;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.util.MimeType;

/** {@link MigrationsEndpoint} over HTTP: failures become a status and a body that says what is wrong. Thread-safe. */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public final class MigrationsWebExtension {

    private static final Logger log = LoggerFactory.getLogger(MigrationsWebExtension.class);

    private final MigrationsEndpoint endpoint;
    private final Supplier<String> segment;

    /** @param segment the last one of the path where the endpoint is, once it is known */
    MigrationsWebExtension(MigrationsEndpoint endpoint, Supplier<String> segment) {
        this.endpoint = endpoint;
        this.segment = segment;
    }

    @ReadOperation(producesFrom = AnswerForm.class)
    public WebEndpointResponse<Object> databases(AnswerForm form) {
        return form.isPage()
                ? databases(endpoint.askAll(DatabaseView::of), all -> MigrationsPage.ofAll(all, segment.get()), form)
                : databases(endpoint.askAll(MigrationEngine::status), MigrationsEndpoint::body, form);
    }

    private static <T> WebEndpointResponse<Object> databases(
            SortedMap<String, Answer<T>> answers, Function<SortedMap<String, Answer<T>>, ?> body, AnswerForm form) {
        boolean all = answers.values().stream().allMatch(Answer.Known.class::isInstance);
        return new WebEndpointResponse<>(
                body.apply(answers),
                all ? WebEndpointResponse.STATUS_OK : WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE,
                form.getProducedMimeType());
    }

    @ReadOperation(producesFrom = AnswerForm.class)
    public WebEndpointResponse<Object> database(@Selector String database, AnswerForm form) {
        return form.isPage()
                ? answer(
                        () -> MigrationsPage.of(database, endpoint.ask(database, DatabaseView::of)),
                        failure -> MigrationsPage.of(database, failure),
                        form.getProducedMimeType())
                : answer(() -> endpoint.database(database), ErrorBody::of, form.getProducedMimeType());
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

    /** Of a name that is also a key of the body, Boot would take what the body says. */
    @WriteOperation
    public WebEndpointResponse<Object> move(
            @Selector String databaseInPath,
            @Nullable String operation,
            @Nullable String target,
            @Nullable String reason) {
        return answer(() -> endpoint.move(databaseInPath, operation, target, reason));
    }

    private static WebEndpointResponse<Object> answer(Supplier<Body> question) {
        return answer(question, ErrorBody::of, null);
    }

    private static WebEndpointResponse<Object> answer(
            Supplier<?> question, Function<MigrationException, ?> explanation, @Nullable MimeType type) {
        try {
            return new WebEndpointResponse<>(question.get(), WebEndpointResponse.STATUS_OK, type);
        } catch (UnknownNameException unknown) {
            return new WebEndpointResponse<>(explanation.apply(unknown), WebEndpointResponse.STATUS_NOT_FOUND, type);
        } catch (MigrationException failure) {
            int status = status(failure);
            if (status != WebEndpointResponse.STATUS_BAD_REQUEST) {
                log(failure);
            }
            return new WebEndpointResponse<>(explanation.apply(failure), status, type);
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
