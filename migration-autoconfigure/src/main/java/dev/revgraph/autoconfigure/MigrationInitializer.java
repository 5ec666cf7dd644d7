package dev.revgraph.autoconfigure;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.report.PendingRevision;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.State;
import dev.revgraph.report.Status;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/**
 * Brings databases to where the application wants them, or refuses the start, before any bean that uses them is
 * created. Does its work in {@link #afterPropertiesSet()}, in the order of the databases' names.
 */
public final class MigrationInitializer implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(MigrationInitializer.class);

    private final List<MigrationEngine> engines;
    private final OnStartup mode;
    private final boolean pendingAllowed;
    private final UnaryOperator<String> locations;
    private final Function<MigrationEngine, RunReport> upgrade;

    /**
     * @param engines one for each database
     * @param mode what to do
     * @param pendingAllowed whether revisions may be pending afterwards
     * @param locations from a database's name to the place where it is, asked after a connection was made; for the log
     * @param upgrade how an engine is made to apply what is pending
     */
    MigrationInitializer(
            List<MigrationEngine> engines,
            OnStartup mode,
            boolean pendingAllowed,
            UnaryOperator<String> locations,
            Function<MigrationEngine, RunReport> upgrade) {
        this.engines = engines.stream()
                .sorted(Comparator.comparing(MigrationEngine::name))
                .toList();
        this.mode = mode;
        this.pendingAllowed = pendingAllowed;
        this.locations = locations;
        this.upgrade = upgrade;
    }

    /** @throws MigrationException if the application must not start */
    @Override
    public void afterPropertiesSet() {
        requireNames();
        engines.forEach(this::start);
    }

    /** Endpoint, health and metrics tell databases apart by them. */
    private void requireNames() {
        Set<String> names = new HashSet<>();
        for (MigrationEngine engine : engines) {
            if (!names.add(engine.name())) {
                throw DataSourceChoiceException.sameName(engine.name());
            }
        }
    }

    private void start(MigrationEngine engine) {
        if (mode == OnStartup.NONE) {
            log.info("Database \"{}\": not looked at, because migration.on-startup is \"none\"", engine.name());
            return;
        }
        Status status = engine.status();
        int steps = 0;
        if (mode == OnStartup.UPGRADE && !isFine(status)) {
            steps = upgraded(engine, status);
            status = engine.status();
        }
        tell(engine, status, steps);
        if (!isFine(status)) {
            check(engine, status);
        }
    }

    /** The number of steps. Where the database stands is told of a start that fails here, too. */
    private int upgraded(MigrationEngine engine, Status before) {
        try {
            return upgrade.apply(engine).steps().size();
        } catch (MigrationException refusal) {
            tell(engine, now(engine).orElse(before), 0);
            throw refusal;
        }
    }

    private static Optional<Status> now(MigrationEngine engine) {
        try {
            return Optional.of(engine.status());
        } catch (MigrationException unknown) {
            log.debug("Database \"{}\" cannot be asked any more", engine.name(), unknown);
            return Optional.empty();
        }
    }

    /** What a check would accept; it need not be asked. */
    private static boolean isFine(Status status) {
        return status.state() == State.UP_TO_DATE || status.state() == State.AHEAD;
    }

    private void tell(MigrationEngine engine, Status status, int steps) {
        log.info(
                "Database \"{}\" ({}): {}, current {}, {} pending, on-startup={}{}",
                engine.name(),
                locations.apply(engine.name()),
                status.state(),
                status.current(),
                status.pending().size(),
                mode.text(),
                steps == 0 ? "" : ", " + steps + " applied now");
        if (status.state() != State.INVALID) {
            // Then what is wrong is accepted by the settings: a changed file, a revision out of order.
            status.problems()
                    .forEach(problem -> log.atWarn()
                            .addKeyValue("database", engine.name())
                            .addKeyValue("revision", problem.revision())
                            .log("Database \"{}\": {} {}", engine.name(), problem.message(), problem.action()));
        }
    }

    /** Pending revisions can be allowed. Nothing else that is wrong can. */
    private void check(MigrationEngine engine, Status status) {
        try {
            engine.check();
        } catch (MigrationException refusal) {
            if (!pendingAllowed || refusal.code() != ErrorCode.PENDING) {
                throw refusal;
            }
            log.warn(
                    "Database \"{}\": the application starts with {} revision(s) pending, because"
                            + " migration.allow-pending-migrations is true: {}",
                    engine.name(),
                    status.pending().size(),
                    status.pending().stream().map(PendingRevision::revision).collect(Collectors.joining(", ")));
        }
    }
}
