package dev.revgraph.run;

import dev.revgraph.MigrationException;
import dev.revgraph.plan.Step;
import dev.revgraph.store.AppliedRevision;
import dev.revgraph.store.AppliedRevision.Progress;
import dev.revgraph.store.CorruptRecordException;
import dev.revgraph.store.HistoryLine;
import dev.revgraph.store.Operation;
import dev.revgraph.store.ProgressWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        if (mine && run.isSomebodyAtWork()) {
            // Two may have seen that somebody died: one of them has taken over since, or it was no death at all.
            return Outcome.busy(opening.running());
        }
        Progress left =
                resumed ? run.situation.running().map(AppliedRevision::progress).orElse(null) : null;
        if (!isClaimed(work, upgrade, resumed, finished)) {
            return Outcome.stale();
        }
        run.session.jdbc().query("SELECT " + Vigilance.ofSession(work.code() != null), row -> {});
        run.session.commit();
        run.announcer.tell(new MigrationEvent.RevisionStarted(
                run.announcer.database(), work.revision(), work.direction(), step.description()));
        run.notices.begin(work.revision());
        carryOut(step, work, finished, left, begin);
        return Outcome.done(List.of(new Outcome.Done(step, Duration.ofNanos(System.nanoTime() - begin))));
    }

    private void carryOut(Step step, Work work, int finished, @Nullable Progress left, long begin) throws SQLException {
        CountedStatements statements = new CountedStatements(run, work, finished, AFTER);
        SessionSettings asFound = run.asFound.before(work.statements(), run.session.jdbc());
        try {
            perform(work, statements, left);
            asFound.restore(run.session.jdbc());
            complete(step, work, begin);
        } catch (SQLException | RuntimeException | Error failure) {
            release(work, statements, asFound, failure);
            throw failure;
        }
    }

    /** Whoever ends a revision takes no lock, so one that was to be taken over may have ended since it was looked at. */
    private boolean isClaimed(Work work, boolean upgrade, boolean resumed, int finished) {
        try {
            claim(work, upgrade, resumed, finished);
            return true;
        } catch (CorruptRecordException changed) {
            if (!resumed) {
                throw changed;
            }
            return false;
        }
    }

    private void claim(Work work, boolean upgrade, boolean resumed, int finished) {
        ProgressWriter progress = run.store.progress();
        int driverPid = run.session.postgres().getBackendPID();
        if (resumed && upgrade) {
            progress.takeOver(run.session.jdbc(), work.recorded(), finished, driverPid);
        } else if (resumed) {
            progress.takeOver(run.session.jdbc(), work.revision(), finished, driverPid);
        } else if (upgrade) {
            progress.beginUpgrade(run.session.jdbc(), work.recorded(), driverPid);
        } else {
            progress.beginDowngrade(run.session.jdbc(), work.revision(), driverPid);
        }
    }

    private void perform(Work work, CountedStatements statements, @Nullable Progress left) throws SQLException {
        if (work.code() != null) {
            new OwnLimits(run, work).forSession(false);
            CodeRunner.run(work, new CodeContext(run, work, false), run, AFTER_CODE);
        } else {
            statements.runRemaining(left);
        }
    }

    /**
     * The session lives on in a pool, so it must not look as if it were still at work. If the server has not answered,
     * nothing can be written either: then it is not known whether the statement took effect, and the row says so. If it
     * is somebody else's row by now, it is left alone.
     */
    private void release(Work work, CountedStatements statements, SessionSettings asFound, Throwable failure) {
        run.interruption.heard();
        run.session.rollbackAfter(failure);
        try {
            asFound.restore(run.session.jdbc());
            run.store.progress().release(run.session.jdbc(), work.revision(), statements.done(), statements.remains());
        } catch (DataAccessException | MigrationException unwritten) {
            failure.addSuppressed(unwritten);
        }
    }

    private void complete(Step step, Work work, long begin) {
        boolean upgrade = step instanceof Step.Apply;
        long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        HistoryLine line = run.line(step, upgrade ? Operation.UPGRADE : Operation.DOWNGRADE, millis);
        run.version = upgrade
                ? run.store
                        .progress()
                        .finishUpgrade(
                                run.session.jdbc(),
                                run.store.writer(),
                                work.revision(),
                                work.statements().size(),
                                line)
                : run.session.statements().make(run.store.writer().delete(work.revision(), true, line));
    }
}
