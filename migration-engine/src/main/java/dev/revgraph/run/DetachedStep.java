package dev.revgraph.run;

import dev.revgraph.MigrationException;
import dev.revgraph.plan.Step;
import dev.revgraph.script.SqlStatement;
import dev.revgraph.store.HistoryLine;
import dev.revgraph.store.ProgressWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.dao.DataAccessException;

/**
 * Takes a step outside a transaction: its row is marked as running, each statement commits by itself and is counted
 * before and after, and the record is completed at the end. The mark keeps other instances away while no lock is held.
 */
final class DetachedStep {

    private static final String AFTER =
            "Its earlier statements have committed and are recorded; the next run goes on with this one.";

    static final String AFTER_CODE =
            "What it had committed before stays committed; finished pages of batches are recorded, and the next run goes"
                    + " on behind them.";

    private final RunContext run;

    DetachedStep(RunContext run) {
        this.run = run;
    }

    /** @throws StatementFailedException if a statement fails; the row then says where to go on */
    Outcome attempt(Step step) throws SQLException {
        long begin = System.nanoTime();
        boolean upgrade = step instanceof Step.Apply;
        Work work = upgrade
                ? Work.of((Step.Apply) step, run.situation, run.settings)
                : Work.of((Step.Undo) step, run.session, run.store, run.settings);
        int finished = step instanceof Step.Apply apply ? apply.finished() : ((Step.Undo) step).finished();
        boolean resumed = step instanceof Step.Apply apply ? apply.resumed() : ((Step.Undo) step).resumed();

        Opening opening = Opening.of(run.session, run.store, run.terms(work, true));
        boolean mine = resumed && work.revision().equals(opening.running());
        if (!opening.locked() || (opening.running() != null && !mine)) {
            return Outcome.busy(opening.running());
        }
        if (opening.version() != run.version || (resumed && !mine)) {
            return Outcome.stale();
        }
        claim(work, upgrade, resumed, finished);
        run.session.commit();
        run.announcer.tell(new MigrationEvent.RevisionStarted(
                run.announcer.database(), work.revision(), work.direction(), step.description()));
        perform(work, finished);
        complete(step, work, upgrade, begin);
        return Outcome.done(List.of(new Outcome.Done(step, Duration.ofNanos(System.nanoTime() - begin))));
    }

    private void claim(Work work, boolean upgrade, boolean resumed, int finished) {
        ProgressWriter progress = run.store.progress();
        if (resumed) {
            progress.takeOver(run.session.jdbc(), work.revision(), finished);
        } else if (upgrade) {
            progress.beginUpgrade(run.session.jdbc(), work.recorded());
        } else {
            progress.beginDowngrade(run.session.jdbc(), work.revision());
        }
    }

    private void perform(Work work, int finished) {
        int done = finished;
        try {
            if (work.code() != null) {
                limit(work, run.settings.lockTimeout());
                CodeRunner.run(work, new CodeContext(run, work, false), run.watch, AFTER_CODE);
                return;
            }
            StatementRunner statements = new StatementRunner(
                    run.session, run.watch, work.revision(), work.direction(), work.origin(), AFTER);
            int count = work.statements().size();
            for (; done < count; done++) {
                run.store.progress().step(run.session.jdbc(), work.revision(), done, done + 1);
                SqlStatement statement = work.statements().get(done);
                limit(work, isConcurrent(statement) ? Duration.ZERO : run.settings.lockTimeout());
                statements.run(statement, done + 1, count);
            }
        } catch (RuntimeException | Error failure) {
            release(work, done, failure);
            throw failure;
        }
    }

    /**
     * The session lives on in a pool, so it must not look as if it were still at work. If the server has not answered,
     * nothing can be written either: then it is not known whether the statement took effect, and the row says so.
     */
    private void release(Work work, int done, Throwable failure) {
        run.session.rollbackAfter(failure);
        try {
            run.asFound.restore(run.session.jdbc());
            run.store.progress().release(run.session.jdbc(), work.revision(), done);
        } catch (DataAccessException | MigrationException unwritten) {
            failure.addSuppressed(unwritten);
        }
    }

    /** Waiting for a CONCURRENTLY statement's lock holds up nobody else, and giving up would leave an invalid index. */
    private static boolean isConcurrent(SqlStatement statement) {
        return statement.text().toUpperCase(Locale.ROOT).contains("CONCURRENTLY");
    }

    /** Time-outs hold for the session here, because there is no transaction to bind them to. */
    private void limit(Work work, Duration lockTimeout) {
        Duration lock = work.lockTimeout().orElse(lockTimeout);
        Duration limit = work.statementTimeout().orElse(run.settings.statementTimeout());
        run.session
                .jdbc()
                .query(
                        "SELECT pg_catalog.set_config('lock_timeout', ?, false)"
                                + (limit == null
                                        ? ""
                                        : ", pg_catalog.set_config('statement_timeout', '" + limit.toMillis()
                                                + "', false)"),
                        row -> {},
                        String.valueOf(lock.toMillis()));
    }

    private void complete(Step step, Work work, boolean upgrade, long begin) throws SQLException {
        run.asFound.restore(run.session.jdbc());
        long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        HistoryLine line = run.line(step, work.direction(), millis);
        run.version = upgrade
                ? run.store
                        .progress()
                        .finishUpgrade(
                                run.session.jdbc(),
                                run.store.writer(),
                                work.revision(),
                                work.statements().size(),
                                line)
                : run.store.writer().delete(run.session.jdbc(), work.revision(), true, line);
    }
}
