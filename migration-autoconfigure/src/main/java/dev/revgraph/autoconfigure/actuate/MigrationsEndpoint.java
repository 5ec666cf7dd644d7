package dev.revgraph.autoconfigure.actuate;

import dev.revgraph.MigrationEngine;
import dev.revgraph.report.HistoryPage;
import dev.revgraph.report.RevisionReport;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.Status;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * them. Shows no SQL. Every operation throws a {@code MigrationException} that says why it cannot answer. Thread-safe.
 */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public final class MigrationsEndpoint {

    private static final Logger log = LoggerFactory.getLogger(MigrationsEndpoint.class);

    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 1000;

    private final SortedMap<String, MigrationEngine> engines;

    MigrationsEndpoint(Collection<MigrationEngine> engines) {
        SortedMap<String, MigrationEngine> byName = new TreeMap<>();
        engines.forEach(engine -> byName.put(engine.name(), engine));
        this.engines = Collections.unmodifiableSortedMap(byName);
    }

    Collection<String> names() {
        return engines.keySet();
    }

    @ReadOperation
    public Body databases() {
        Map<String, Status> all = new TreeMap<>();
        engines.forEach((name, engine) -> all.put(name, engine.status()));
        return new Body(Map.of("databases", all));
    }

    @ReadOperation
    public Body database(@Selector String database) {
        return new Body(status(database));
    }

    Status status(String database) {
        return engine(database).status();
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
        MigrationEngine engine = engine(database);
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
        HistoryPage found = engine.history(number, entries);
        return new Body(found);
    }

    /**
     * One revision.
     *
     * @param view the word "revisions"
     * @param revision its full id
     */
    @ReadOperation
    public Body revision(@Selector String database, @Selector String view, @Selector String revision) {
        MigrationEngine engine = engine(database);
        if (!view.equals("revisions")) {
            throw UnknownNameException.view(view);
        }
        RevisionReport found =
                engine.revision(revision).orElseThrow(() -> UnknownNameException.revision(revision, database));
        return new Body(found);
    }

    /** Moves a database, as {@link MoveRequest} says. */
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

    private MigrationEngine engine(String name) {
        MigrationEngine engine = engines.get(name);
        if (engine == null) {
            throw UnknownNameException.database(name, engines.keySet());
        }
        return engine;
    }
}
