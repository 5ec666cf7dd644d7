package dev.revgraph.run;

import dev.revgraph.plan.Repair;
import dev.revgraph.plan.RepairPlanner;
import dev.revgraph.plan.RepairStep;
import dev.revgraph.plan.Situation;
import dev.revgraph.script.RevisionDefinition;
import dev.revgraph.script.SqlRevision;
import dev.revgraph.store.HistoryLine;
import dev.revgraph.store.Operation;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Changes records as somebody has decided: all of it in one transaction, each change with its line in the history. */
final class Repairer {

    private final UnderLock records;
    private final Map<String, String> placeholders;

    /** @param placeholders values for the scripts that are accepted as they are now */
    Repairer(UnderLock records, Map<String, String> placeholders) {
        this.records = records;
        this.placeholders = placeholders;
    }

    /** @throws dev.revgraph.plan.RepairException if there is nothing of the kind to repair */
    List<RepairStep> carryOut(Repair repair) throws SQLException {
        if (repair.kind() == Repair.Kind.END) {
            return List.of(end(repair));
        }
        return records.carryOut(
                situation -> new RepairPlanner(situation).plan(repair),
                (steps, situation) -> steps.forEach(step -> change(step, situation, repair)));
    }

    /** Ends the session first: it may hold the lock that everything else here waits for. */
    private RepairStep end(Repair repair) {
        Situation situation = records.look();
        RepairStep step = new RepairPlanner(situation).plan(repair).get(0);
        List<String> ended =
                records.store().sessionsAtWork().end(records.session().jdbc());
        String who = String.join("; ", ended);
        records.store()
                .writer()
                .log(
                        records.session().jdbc(),
                        line(
                                step,
                                situation,
                                repair.because(repair.reason() == null ? who : repair.reason() + "; " + who)));
        return step;
    }

    private void change(RepairStep step, Situation situation, Repair repair) {
        HistoryLine line = line(step, situation, repair);
        if (step instanceof RepairStep.Settle settle) {
            records.store()
                    .progress()
                    .settle(
                            records.session().jdbc(),
                            records.store().writer(),
                            settle.row(),
                            settle.finished(),
                            settle.done(),
                            line);
        } else if (step instanceof RepairStep.Accept accept) {
            RevisionDefinition definition = situation.revisions().get(accept.revision());
            String downgrade = definition instanceof SqlRevision sql
                    ? sql.read(placeholders).downgradeText()
                    : null;
            records.store()
                    .writer()
                    .rewrite(records.session().jdbc(), Records.of(situation.graph(), definition, downgrade), line);
        } else {
            records.store().writer().forget(records.session().jdbc(), step.row(), line);
        }
    }

    private static HistoryLine line(RepairStep step, Situation situation, Repair repair) {
        List<String> heads = Records.names(situation.currentHeads());
        String decision = step.description();
        String reason = repair.reason() == null ? decision : repair.reason() + " (" + decision + ")";
        return new HistoryLine(
                Operation.REPAIR, Objects.requireNonNull(step.row()), heads, heads, 0, reason, null, null);
    }
}
