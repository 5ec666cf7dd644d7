package dev.revgraph.run;

import dev.revgraph.MigrationException;
import dev.revgraph.MigrationSettings.TransactionMode;
import dev.revgraph.plan.Plan;
import dev.revgraph.plan.Planner;
import dev.revgraph.plan.Situation;
import dev.revgraph.plan.Step;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.StepReport;
import dev.revgraph.run.MigrationEvent.RevisionFinished;
import dev.revgraph.run.MigrationEvent.RunFinished;
import dev.revgraph.run.MigrationEvent.RunStarted;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Takes the steps of a plan, one transaction after the other. Whenever others have changed the records meanwhile, it
 * looks at them again and goes on with what remains.
 */
final class Run {

    private final RunContext run;
    private final Planner planner;
    private final Attempts attempts;
    private final List<StepReport> reports = new ArrayList<>();

    private Plan plan;

    Run(RunContext run, Planner planner, Plan plan) {
        this.run = run;
        this.planner = planner;
        this.plan = plan;
        this.attempts = new Attempts(run);
    }

    RunReport execute() {
        long begin = System.nanoTime();
        int planned = plan.steps().size();
        run.announcer.tell(new RunStarted(
                run.announcer.database(),
                run.move.direction().text(),
                plan.steps().stream().map(step -> step.title()).toList()));
        try {
            takeAll();
            RunReport report = report();
            finished(report, begin, null);
            return report;
        } catch (MigrationException failure) {
            MigrationException explained = standing(failure, planned);
            finished(report(), begin, explained);
            throw explained;
        } catch (SQLException | DataAccessException failure) {
            MigrationException explained = run.interruption.caused(failure)
                    ? standing(new InterruptedRunException(failure), planned)
                    : Failures.ofRecords(failure, run.place);
            finished(report(), begin, explained);
            throw explained;
        }
    }

    private MigrationException standing(MigrationException failure, int planned) {
        RunReport report = report();
        return failure instanceof InterruptedRunException interrupted
                ? interrupted.at(report.steps().size(), planned, report.current())
                : failure;
    }

    private void takeAll() throws SQLException {
        List<Step> remaining = plan.steps();
        while (!remaining.isEmpty()) {
            List<Step> unit = unitOf(remaining);
            Outcome outcome = attempts.take(unit, unit.size() == remaining.size());
            if (outcome instanceof Outcome.Finished finished) {
                finished.steps().forEach(this::tell);
                remaining = remaining.subList(unit.size(), remaining.size());
                run.patience.reset();
            } else {
                run.session.rollback();
                if (outcome instanceof Outcome.Busy busy && !isLeftBehind(busy)) {
                    await(busy);
                } else {
                    remaining = lookAgain();
                }
            }
        }
    }

    /** The steps that share the next transaction. */
    private List<Step> unitOf(List<Step> remaining) {
        return run.settings.transaction() == TransactionMode.ALL ? remaining : remaining.subList(0, 1);
    }

    private void await(Outcome.Busy busy) {
        run.patience.nap(() -> busy.running() != null
                ? run.store.progress().holder(run.session.jdbc()).orElse("it has just finished a revision")
                : run.store.lock().holder(run.session.jdbc()).orElse("it has just finished a step"));
    }

    /** Whoever ran the revision without a transaction is gone: then it is this run's to go on with it. */
    private boolean isLeftBehind(Outcome.Busy busy) {
        return busy.running() != null && !run.isSomebodyAtWork();
    }

    private List<Step> lookAgain() {
        run.situation = new Situation(run.situation.revisions(), run.store.state(run.session.jdbc()));
        run.version = run.situation.stored().version();
        plan = planner.remainder(run.situation, plan);
        return plan.steps();
    }

    private void tell(Outcome.Done done) {
        Step step = done.step();
        String direction = run.move.direction().text();
        reports.add(new StepReport(
                step.title(), direction, step.description(), done.took().toMillis(), Records.names(step.headsAfter())));
        run.notices.end();
        run.announcer.tell(new RevisionFinished(
                run.announcer.database(), step.title(), direction, step.description(), done.took()));
    }

    private RunReport report() {
        return new RunReport(
                reports,
                reports.isEmpty()
                        ? Records.names(run.situation.currentHeads())
                        : reports.get(reports.size() - 1).current());
    }

    private void finished(RunReport report, long begin, @Nullable MigrationException failure) {
        run.announcer.tell(new RunFinished(
                run.announcer.database(),
                run.move.direction().text(),
                report,
                Duration.ofNanos(System.nanoTime() - begin),
                failure));
    }
}
