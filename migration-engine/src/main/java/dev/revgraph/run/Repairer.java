package dev.revgraph.run;

import dev.revgraph.MigrationSettings;
import dev.revgraph.plan.Repair;
import dev.revgraph.plan.RepairPlanner;
import dev.revgraph.plan.RepairStep;
import dev.revgraph.plan.Situation;
import dev.revgraph.script.RevisionDefinition;
import dev.revgraph.script.SqlRevision;
import dev.revgraph.store.HistoryLine;
import dev.revgraph.store.RevisionStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Changes records as somebody has decided: all of it in one transaction, each change with its line in the history. */
final class Repairer {

    private final Session session;
    private final RevisionStore store;
    private final MigrationSettings settings;
    private final Patience patience;
    private final Supplier<Situation> look;

    /** @param look reads the records as they are */
    Repairer(
            Session session,
            RevisionStore store,
            MigrationSettings settings,
            Patience patience,
            Supplier<Situation> look) {
        this.session = session;
        this.store = store;
        this.settings = settings;
        this.patience = patience;
        this.look = look;
    }

    /** @throws dev.revgraph.plan.RepairException if there is nothing of the kind to repair */
    List<RepairStep> carryOut(Repair repair) throws SQLException {
        if (repair.kind() == Repair.Kind.END) {
            return List.of(end(repair));
        }
        while (true) {
            Situation situation = look.get();
            List<RepairStep> steps = new RepairPlanner(situation).plan(repair);
            Opening opening = Opening.of(
                    session,
                    store,
                    new Opening.Terms(settings.lockTimeout(), settings.statementTimeout(), true, false));
            if (opening.locked() && opening.version() == situation.stored().version()) {
                steps.forEach(step -> change(step, situation, repair));
                session.commit();
                return steps;
            }
            session.rollback();
            patience.nap(() -> store.lock().holder(session.jdbc()).orElse("it has just finished a step"));
        }
    }

    /** Ends the session first: it may hold the lock that everything else here waits for. */
    private RepairStep end(Repair repair) {
        Situation situation = look.get();
        RepairStep step = new RepairPlanner(situation).plan(repair).get(0);
        List<String> ended = store.sessionsAtWork().end(session.jdbc());
        String who = String.join("; ", ended);
        store.writer()
                .log(
                        session.jdbc(),
                        line(
                                step,
                                situation,
                                repair.because(repair.reason() == null ? who : repair.reason() + "; " + who)));
        return step;
    }

    private void change(RepairStep step, Situation situation, Repair repair) {
        HistoryLine line = line(step, situation, repair);
        if (step instanceof RepairStep.Settle settle) {
            store.progress()
                    .settle(session.jdbc(), store.writer(), settle.row(), settle.finished(), settle.done(), line);
        } else if (step instanceof RepairStep.Accept accept) {
            RevisionDefinition definition = situation.revisions().get(accept.revision());
            String downgrade = definition instanceof SqlRevision sql
                    ? sql.read(settings.placeholders()).downgradeText()
                    : null;
            store.writer().rewrite(session.jdbc(), Records.of(situation.graph(), definition, downgrade), line);
        } else {
            store.writer().forget(session.jdbc(), step.row(), line);
        }
    }

    private static HistoryLine line(RepairStep step, Situation situation, Repair repair) {
        List<String> heads = Records.names(situation.currentHeads());
        String decision = step.description();
        String reason = repair.reason() == null ? decision : repair.reason() + " (" + decision + ")";
        return new HistoryLine("repair", Objects.requireNonNull(step.row()), heads, heads, 0, reason, null, null);
    }
}
