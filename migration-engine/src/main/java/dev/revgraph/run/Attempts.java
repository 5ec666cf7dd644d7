package dev.revgraph.run;

import dev.revgraph.MigrationException;
import dev.revgraph.MigrationSettings.TransactionMode;
import dev.revgraph.plan.Step;
import dev.revgraph.run.MigrationEvent.RevisionFailed;
import dev.revgraph.store.KeptStatements;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessException;

/**
 * Tries a unit of steps until it is done or has failed for good. What fails for want of a lock is rolled back whole and
 * tried again: only that gives the other side its turn.
 */
final class Attempts {

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
        LockRetries retries = new LockRetries(run);
        while (true) {
            try {
                run.interruption.check();
                return once(unit, last);
            } catch (StatementFailedException failure) {
                boolean stopped = run.interruption.heard();
                run.session.rollbackAfter(failure);
                if (stopped || !LockRetries.help(failure) || !unit.get(0).transactional()) {
                    throw failed(unit, failure, begin);
                }
                try {
                    retries.pause(failure);
                } catch (MigrationException givenUp) {
                    throw failed(unit, givenUp, begin);
                }
            } catch (MigrationException failure) {
                throw failed(unit, failure, begin);
            } catch (SQLException | DataAccessException failure) {
                if (KeptStatements.isGone(failure)) {
                    run.session.rollbackAfter(failure);
                    run.session.statements().giveUp();
                    return Outcome.stale();
                }
                throw failed(
                        unit,
                        run.interruption.caused(failure)
                                ? new InterruptedRunException(failure)
                                : Failures.ofRecords(failure, run.place),
                        begin);
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

    private MigrationException failed(List<Step> unit, MigrationException thrown, long begin) throws SQLException {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Step step = unit.stream()
                .filter(candidate -> thrown.revisions().contains(String.valueOf(candidate.subject())))
                .findFirst()
                .orElse(unit.get(0));
        MigrationException failure = run.interruption.caused(thrown)
                ? interrupted(step, thrown)
                : thrown instanceof ConnectionException lost
                        ? LostConnection.during(step, run.settings.transaction(), lost)
                        : CauseSearch.explained(run, thrown);
        run.notices.end();
        FailureRecord.write(run, step, took, failure);
        run.announcer.tell(new RevisionFailed(
                run.announcer.database(), step.title(), run.move.direction().text(), took, failure));
        return failure;
    }

    private MigrationException interrupted(Step step, MigrationException thrown) {
        return thrown instanceof StatementFailedException failed && failed.isHalfWay()
                ? InterruptedRunException.during(failed)
                : InterruptedRunException.during(step.title(), afterInterruption(step), thrown);
    }

    private String afterInterruption(Step step) {
        if (!step.transactional()) {
            return "What it had committed before stays committed and is recorded; the next run goes on behind it.";
        }
        return run.settings.transaction() == TransactionMode.ALL
                ? "The transaction is rolled back: nothing of the run remains."
                : "It is rolled back: nothing of it remains.";
    }
}
