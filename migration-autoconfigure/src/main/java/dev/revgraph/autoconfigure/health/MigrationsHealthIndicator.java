package dev.revgraph.autoconfigure.health;

import dev.revgraph.MigrationException;
import dev.revgraph.autoconfigure.drift.DriftSeen;
import dev.revgraph.autoconfigure.status.Answer;
import dev.revgraph.autoconfigure.status.StatusProbe;
import dev.revgraph.report.PendingRevision;
import dev.revgraph.report.State;
import dev.revgraph.report.Status;
import dev.revgraph.report.StatusProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The health of one database's migrations: up when it is where the application wants it, ahead of it, or allowed to be
 * behind; out of service when it is behind and may not be; down when something must be settled first, or it does not
 * answer. Thread-safe.
 */
final class MigrationsHealthIndicator implements HealthIndicator {

    /** A database that is a thousand revisions behind need not list them at every health check. */
    private static final int SHOWN = 20;

    private final StatusProbe probe;
    private final boolean pendingAllowed;
    private final Supplier<Optional<DriftSeen>> drift;

    /** @param drift what was seen last of changes by hand, if anybody looks for them */
    MigrationsHealthIndicator(StatusProbe probe, boolean pendingAllowed, Supplier<Optional<DriftSeen>> drift) {
        this.probe = probe;
        this.pendingAllowed = pendingAllowed;
        this.drift = drift;
    }

    @Override
    public Health health() {
        Answer<Status> answer = probe.ask();
        return answer instanceof Answer.Failed<Status> failed ? unreachable(failed.failure()) : of(answer.orThrow());
    }

    private Health of(Status status) {
        Health.Builder health = verdict(status)
                .withDetail("state", status.state().name())
                .withDetail("current", status.current())
                .withDetail("applied", status.applied())
                .withDetail("pending", status.pending().size());
        if (!status.pending().isEmpty()) {
            health.withDetail("pendingAllowed", pendingAllowed);
            health.withDetail(
                    "pendingRevisions",
                    firstOf(status.pending().stream()
                            .map(PendingRevision::revision)
                            .toList()));
        }
        if (!status.unknown().isEmpty()) {
            health.withDetail("unknown", firstOf(status.unknown()));
        }
        if (!status.problems().isEmpty()) {
            health.withDetail(
                    "problems",
                    firstOf(status.problems().stream()
                            .map(MigrationsHealthIndicator::line)
                            .toList()));
        }
        drift.get().ifPresent(seen -> health.withDetail("drift", detail(seen)));
        return health.build();
    }

    private static Map<String, Object> detail(DriftSeen seen) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("at", seen.at().toString());
        if (seen.error().isEmpty()) {
            detail.put("differences", seen.count());
            detail.put("objects", seen.objects());
        } else {
            detail.put("error", seen.error());
        }
        return detail;
    }

    private Health.Builder verdict(Status status) {
        if (status.state() == State.INVALID) {
            return Health.down();
        }
        return status.pending().isEmpty() || pendingAllowed ? Health.up() : Health.outOfService();
    }

    private static Health unreachable(RuntimeException failure) {
        Health.Builder health = Health.down();
        if (failure instanceof MigrationException known) {
            return health.withDetail("code", known.code().text())
                    .withDetail("error", known.getMessage())
                    .withDetail("action", known.action())
                    .build();
        }
        return health.withException(failure).build();
    }

    private static String line(StatusProblem problem) {
        return problem.revision() == null ? problem.code() : problem.code() + ": " + problem.revision();
    }

    private static List<String> firstOf(List<String> all) {
        return all.size() <= SHOWN ? all : all.subList(0, SHOWN);
    }
}
