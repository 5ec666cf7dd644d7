package dev.revgraph.run;

import dev.revgraph.graph.RevisionId;
import dev.revgraph.plan.Step;
import dev.revgraph.script.RevisionDefinition;
import dev.revgraph.script.SqlRevision;
import dev.revgraph.store.RevisionRecord;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Takes the step of a stamp: records come and go in one transaction, the schema stays as it is. */
final class Stamper {

    private final RunContext run;

    Stamper(RunContext run) {
        this.run = run;
    }

    Outcome attempt(Step.Stamp step) throws SQLException {
        long begin = System.nanoTime();
        List<RevisionRecord> added = Stream.concat(
                        step.added().stream().map(this::recordOf),
                        step.scripts().stream().map(Records::of))
                .toList();
        Opening opening = Opening.of(
                run.session,
                run.store,
                new Opening.Terms(run.settings.lockTimeout(), run.settings.statementTimeout(), true, false));
        if (!opening.locked()) {
            return Outcome.busy(null);
        }
        if (opening.version() != run.version) {
            return Outcome.stale();
        }
        if (!step.removed().isEmpty()) {
            run.store.writer().deleteAll(run.session.jdbc(), Records.names(step.removed()));
        }
        if (!added.isEmpty()) {
            run.store.writer().insertAll(run.session.jdbc(), added);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        run.version = run.store.writer().log(run.session.jdbc(), run.line(step, run.operation(), took.toMillis()));
        run.session.commit();
        return Outcome.done(List.of(new Outcome.Done(step, took)));
    }

    /** The downgrade is stored with a stamp too, so that an older release can undo what was stamped. */
    private RevisionRecord recordOf(RevisionId id) {
        RevisionDefinition definition = run.situation.revisions().get(id);
        return Records.of(
                run.situation.graph(),
                definition,
                definition instanceof SqlRevision sql
                        ? sql.read(run.settings.placeholders()).downgradeText()
                        : null);
    }
}
