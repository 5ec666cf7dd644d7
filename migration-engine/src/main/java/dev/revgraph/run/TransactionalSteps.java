package dev.revgraph.run;

import dev.revgraph.MigrationSettings.TransactionMode;
import dev.revgraph.graph.Origin;
import dev.revgraph.plan.Step;
import dev.revgraph.revision.RevisionContext;
import dev.revgraph.store.Change;
import dev.revgraph.store.Operation;
import dev.revgraph.store.RecordWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;

/**
 * Takes steps inside one transaction, their records with them: either all of it is there afterwards, or nothing.
 */
final class TransactionalSteps {

    private static final String AFTER =
            "The transaction is rolled back: nothing of it remains, and revisions that were finished before stay applied.";

    private static final String AFTER_ALL = "The transaction is rolled back: nothing of the run remains.";

    private final RunContext run;
    private final String after;

    TransactionalSteps(RunContext run) {
        this.run = run;
        this.after = run.settings.transaction() == TransactionMode.ALL ? AFTER_ALL : AFTER;
    }

    /**
     * One attempt.
     *
     * @param last whether the run ends with these steps
     * @throws StatementFailedException if a statement fails; the caller rolls back
     */
    Outcome attempt(List<Step> steps, boolean last) throws SQLException {
        List<Outcome.Done> done = new ArrayList<>();
        long version = run.version;
        Work before = null;
        for (Step step : steps) {
            long begin = System.nanoTime();
            Work work = workOf(step);
            if (done.isEmpty()) {
                Opening opening = run.open(work, last);
                if (!opening.locked() || opening.running() != null) {
                    return Outcome.busy(opening.running());
                }
                if (opening.version() != version) {
                    return Outcome.stale();
                }
            }
            if (before != null) {
                renewTerms(before, work, last);
            }
            before = work;
            run.announcer.tell(new MigrationEvent.RevisionStarted(
                    run.announcer.database(), work.revision(), work.direction(), step.description()));
            run.notices.begin(work.revision());
            perform(work);
            Change change = record(step, work, begin);
            version = done.size() < steps.size() - 1 ? run.session.statements().make(change) : commit(step, change);
            done.add(new Outcome.Done(step, Duration.ofNanos(System.nanoTime() - begin)));
        }
        run.version = version;
        return Outcome.done(done);
    }

    /** What the step before had of its own, or has changed, does not hold for this one. */
    private void renewTerms(Work before, Work work, boolean last) {
        Opening.Terms terms = run.terms(work, last);
        if (before.changesSession() || !terms.equals(run.terms(before, last))) {
            run.asFound.restore(run.session.jdbc());
            run.session.jdbc().query("SELECT " + terms.settings(), row -> {});
        }
    }

    /** Deferred constraints and constraint triggers speak up only now. */
    private long commit(Step last, Change change) throws SQLException {
        try {
            return run.session.commit(change);
        } catch (DataAccessException failure) {
            SQLException cause = Failures.sqlCause(failure);
            if (cause == null) {
                throw failure;
            }
            if (Failures.isConnectionLost(cause)) {
                throw LostConnection.atCommit(failure);
            }
            if (run.session.isInTransaction()) {
                throw change.explained(failure);
            }
            String revision = String.valueOf(last.subject());
            throw new StatementFailures(revision, run.move.direction().text(), Origin.of(revision), after)
                    .atCommit(cause);
        }
    }

    private Work workOf(Step step) {
        if (step instanceof Step.Apply apply) {
            return Work.of(apply, run.situation, run.settings);
        }
        if (step instanceof Step.Undo undo) {
            return Work.of(undo, run.session, run.store, run.settings);
        }
        return Work.of((Step.Repeat) step, run.settings);
    }

    private void perform(Work work) {
        SessionSettings asFound =
                work.changesSession() ? run.asFound.before(work.statements(), run.session.jdbc()) : run.asFound;
        if (work.code() != null) {
            RevisionContext context = new CodeContext(run, work, true);
            CodeRunner.run(work, context, run, after);
        } else {
            new StatementRunner(run, work, after).runAll(work.statements());
        }
        if (work.changesSession()) {
            asFound.restore(run.session.jdbc());
        }
    }

    private Change record(Step step, Work work, long begin) {
        long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        int statements = work.statements().size();
        RecordWriter writer = run.store.writer();
        if (step instanceof Step.Undo) {
            return writer.delete(work.revision(), false, run.line(step, Operation.DOWNGRADE, millis));
        }
        return step instanceof Step.Repeat
                ? writer.repeat(work.recorded(), statements, run.line(step, Operation.REPEAT, millis))
                : writer.insert(work.recorded(), statements, run.line(step, Operation.UPGRADE, millis));
    }
}
