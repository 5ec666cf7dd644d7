package dev.revgraph.autoconfigure.actuate;

import dev.revgraph.MigrationEngine;
import dev.revgraph.autoconfigure.status.Answer;
import dev.revgraph.autoconfigure.status.Inquirers;
import dev.revgraph.autoconfigure.status.Inquiry;
import dev.revgraph.report.RevisionReport;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.Status;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * How databases stand to the application's revisions, what was done to them, and, where that is allowed, a way to move
 * them. Shows no SQL. Every operation throws a {@code MigrationException} that says why it cannot answer; those that read
 * do so within seconds where a database hangs. Thread-safe.
 *
 * <p>What an operation produces is said here and in {@link MigrationsWebExtension} alike: otherwise Boot takes the two for
 * different ones, and offers both.
 */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public final class MigrationsEndpoint {

    private static final Logger log = LoggerFactory.getLogger(MigrationsEndpoint.class);

    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 1000;

    private final SortedMap<String, MigrationEngine> engines;
    private final Inquirers inquirers;

    MigrationsEndpoint(Collection<MigrationEngine> engines, Inquirers inquirers) {
        SortedMap<String, MigrationEngine> byName = new TreeMap<>();
        engines.forEach(engine -> byName.put(engine.name(), engine));
        this.engines = Collections.unmodifiableSortedMap(byName);
        this.inquirers = inquirers;
    }

    /** One database that cannot be asked does not hide the others: its error stands in the place of its status. */
    @ReadOperation(producesFrom = AnswerForm.class)
    public Body databases() {
        return body(askAll(MigrationEngine::status));
    }

    /** All are asked before any is waited for. */
    <T> SortedMap<String, Answer<T>> askAll(Function<MigrationEngine, T> question) {
        SortedMap<String, Inquiry<T>> inquiries = new TreeMap<>();
        engines.forEach((name, engine) -> inquiries.put(name, inquirers.of(name).put(() -> question.apply(engine))));
        SortedMap<String, Answer<T>> answers = new TreeMap<>();
        inquiries.forEach(
                (name, inquiry) -> answers.put(name, inquirers.of(name).await(inquiry)));
        return answers;
    }

    static Body body(SortedMap<String, Answer<Status>> answers) {
        Map<String, Object> all = new TreeMap<>();
        answers.forEach((name, answer) -> all.put(name, answer.map(status -> status, ErrorBody::of)));
        return new Body(Map.of("databases", all));
    }

    @ReadOperation(producesFrom = AnswerForm.class)
    public Body database(@Selector String database) {
        return new Body(ask(database, MigrationEngine::status));
    }

    /**
     * The log, newest first.
     *
     * @param view the word "history"
     * @param page counted from 0
     * @param size at most {@value #LARGEST_SIZE}
     */
    @ReadOperation
    public Body history(
            @Selector String database, @Selector String view, @Nullable Integer page, @Nullable Integer size) {
        requireKnown(database);
        if (!view.equals("history")) {
            throw UnknownNameException.view(view);
        }
        int number = page == null ? 0 : page;
        int entries = size == null ? USUAL_SIZE : size;
        if (number < 0 || entries < 1 || entries > LARGEST_SIZE) {
            throw new RequestException(
                    "There is no page " + number + " of " + entries + " entries.",
                    "Pages are counted from 0 and have 1 to " + LARGEST_SIZE + " entries.");
        }
        return new Body(ask(database, engine -> engine.history(number, entries)));
    }

    /**
     * One revision.
     *
     * @param view the word "revisions"
     * @param revision its full id
     */
    @ReadOperation
    public Body revision(@Selector String database, @Selector String view, @Selector String revision) {
        requireKnown(database);
        if (!view.equals("revisions")) {
            throw UnknownNameException.view(view);
        }
        RevisionReport found = ask(database, engine -> engine.revision(revision))
                .orElseThrow(() -> UnknownNameException.revision(revision, database));
        return new Body(found);
    }

    /** Moves a database, as {@link MoveRequest} says; takes as long as it takes. */
    @WriteOperation
    public Body move(
            @Selector String database, @Nullable String operation, @Nullable String target, @Nullable String reason) {
        MigrationEngine engine = engine(database);
        var move = new MoveRequest(operation, target, reason)
                .toMove(engine.settings().target());
        log.info("{} of database \"{}\" to {} asked for through the endpoint", operation, database, move.targets());
        RunReport report = engine.run(move);
        return new Body(report);
    }

    <T> T ask(String database, Function<MigrationEngine, T> question) {
        MigrationEngine engine = engine(database);
        return inquirers.of(database).ask(() -> question.apply(engine)).orThrow();
    }

    /** Before anything else in the path is looked at. */
    private void requireKnown(String database) {
        engine(database);
    }

    private MigrationEngine engine(String name) {
        MigrationEngine engine = engines.get(name);
        if (engine == null) {
            throw UnknownNameException.database(name, engines.keySet());
        }
        return engine;
    }
}
