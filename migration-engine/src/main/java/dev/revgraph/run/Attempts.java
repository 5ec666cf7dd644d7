package dev.revgraph.run;

import dev.revgraph.MigrationException;
import dev.revgraph.plan.Step;
import dev.revgraph.run.MigrationEvent.LockRetried;
import dev.revgraph.run.MigrationEvent.RevisionFailed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessException;

/**
 * Tries a unit of steps until it is done or has failed for good. What fails for want of a lock is rolled back whole and
 * tried again: only that gives the other side its turn.
 */
final class Attempts {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final RunContext run;
    private final TransactionalSteps transactional;
    private final DetachedStep detached;
    private final Stamper stamper;

    Attempts(RunContext run) {
        this.run = run;
        this.transactional = new TransactionalSteps(run);
        this.detached = new DetachedStep(run);
        this.stamper = new Stamper(run);
    }

    /**
     * @param last whether the run ends with this unit
     * @throws MigrationException when it has failed for good; the failure is in the log of the database then, if that
     *     can still be reached
     */
    Outcome take(List<Step> unit, boolean last) throws SQLException {
        long begin = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return once(unit, last);
            } catch (StatementFailedException failure) {
                run.session.rollback();
                if (!lacksLock(failure) || !unit.get(0).transactional()) {
                    throw failed(unit, failure, begin);
                }
                if (attempt > run.settings.lockRetries()) {
                    throw failed(
                            unit,
                            new LockTimeoutException(
                                    failure.statement().revision(), attempt, run.watch.blockers(), failure),
                            begin);
                }
                pause(failure, attempt);
            } catch (MigrationException failure) {
                throw failed(unit, failure, begin);
            } catch (SQLException | DataAccessException failure) {
                throw failed(unit, Failures.ofRecords(failure, run.store.schema()), begin);
            }
        }
    }

    private Outcome once(List<Step> unit, boolean last) throws SQLException {
        Step first = unit.get(0);
        if (first instanceof Step.Stamp stamp) {
            return stamper.attempt(stamp);
        }
        return first.transactional() ? transactional.attempt(unit, last) : detached.attempt(first);
    }

    private static boolean lacksLock(StatementFailedException failure) {
        String state = failure.statement().sqlState();
        return Failures.LOCK_NOT_AVAILABLE.equals(state) || Failures.DEADLOCK.equals(state);
    }

    private void pause(StatementFailedException failure, int attempt) {
        Duration pause = Backoff.pause(attempt - 1, FIRST_PAUSE, LONGEST_PAUSE);
        run.announcer.tell(new LockRetried(
                run.announcer.database(),
                failure.statement().revision(),
                attempt,
                run.settings.lockRetries() + 1,
                pause,
                run.watch.blockers()));
        run.sleeper.sleep(pause);
    }

    private MigrationException failed(List<Step> unit, MigrationException failure, long begin) throws SQLException {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Step step = unit.stream()
                .filter(candidate -> failure.revisions().contains(String.valueOf(candidate.subject())))
                .findFirst()
                .orElse(unit.get(0));
        FailureRecord.write(run, step, took, failure);
        run.announcer.tell(new RevisionFailed(
                run.announcer.database(),
                String.valueOf(step.subject()),
                run.move.direction().text(),
                took,
                failure));
        return failure;
    }
}
