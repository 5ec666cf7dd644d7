package dev.revgraph.plan;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationSettings;
import dev.revgraph.MigrationSettings.TransactionMode;
import dev.revgraph.graph.Problem;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.Traversal;
import dev.revgraph.script.Repeatable;
import dev.revgraph.store.AppliedRevision.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a move into a plan, or says why there can be none. Pure: the same situation gives the same plan. */
public final class Planner {

    private final MigrationSettings settings;

    public Planner(MigrationSettings settings) {
        this.settings = settings;
    }

    /**
     * The plan of a move.
     *
     * @throws InvalidStateException if something must be settled first
     * @throws IrreversibleException if it would have to undo what cannot be undone
     * @throws dev.revgraph.graph.TargetException if the target has no, or no clear, meaning
     */
    public Plan plan(Situation situation, Move move) {
        return switch (move.direction()) {
            case UPGRADE -> upgrade(situation, move);
            case DOWNGRADE -> downgrade(situation, move);
            case STAMP, ADOPT -> Stamping.plan(situation, move);
        };
    }

    private Plan upgrade(Situation situation, Move move) {
        CutOff.requireCarriedOn(situation, "upgrade");
        Assessment assessment = Assessment.of(situation, settings.with(s -> s.target(move.target())));
        if (!assessment.blocking().isEmpty()) {
            new Traversal(situation.graph(), situation.applied()).upgrade(move.target());
            throw new InvalidStateException(assessment.blocking());
        }
        return upgrade(situation, move, assessment.pending());
    }

    /** What remains of an upgrade after others have changed the database meanwhile. */
    public Plan remainder(Situation situation, Plan before) {
        return switch (before.move().direction()) {
            case UPGRADE -> {
                CutOff.requireCarriedOn(situation, "upgrade");
                yield upgrade(
                        situation,
                        before.move(),
                        before.steps().stream()
                                .filter(Step.Apply.class::isInstance)
                                .map(step -> ((Step.Apply) step).id())
                                .filter(id -> !situation.applied().contains(id))
                                .toList());
            }
            case DOWNGRADE -> {
                CutOff.requireCarriedOn(situation, "downgrade");
                yield downgrade(
                        situation,
                        before.move(),
                        before.steps().stream()
                                .map(step -> ((Step.Undo) step).id())
                                .filter(situation.applied()::contains)
                                .toList());
            }
            case STAMP, ADOPT -> Stamping.plan(situation, before.move());
        };
    }

    private Plan upgrade(Situation situation, Move move, List<RevisionId> toApply) {
        CurrentHeads heads = new CurrentHeads(situation.graph(), situation.applied());
        List<RevisionId> before = heads.list();
        List<Step> steps = new ArrayList<>();
        for (RevisionId id : CutOff.carriedOnFirst(situation, toApply)) {
            List<RevisionId> headsBefore = heads.list();
            heads.apply(id);
            Optional<Progress> progress = progress(situation, id);
            steps.add(new Step.Apply(
                    situation.revisions().get(id),
                    progress.isPresent(),
                    progress.map(Progress::statementsFinished).orElse(0),
                    headsBefore,
                    heads.list()));
        }
        for (Repeatable script : Assessment.repeatables(situation, toApply)) {
            steps.add(new Step.Repeat(script, heads.list()));
        }
        requireOneTransaction(steps);
        return new Plan(move, steps, before);
    }

    private Plan downgrade(Situation situation, Move move) {
        CutOff.requireCarriedOn(situation, "downgrade");
        return downgrade(
                situation, move, new Traversal(situation.graph(), situation.applied()).downgrade(move.target()));
    }

    private Plan downgrade(Situation situation, Move move, List<RevisionId> toUndo) {
        CurrentHeads heads = new CurrentHeads(situation.graph(), situation.applied());
        List<RevisionId> before = heads.list();
        List<Step> steps = new ArrayList<>();
        Map<String, String> irreversible = new LinkedHashMap<>();
        for (RevisionId id : CutOff.carriedOnFirst(situation, toUndo)) {
            List<RevisionId> headsBefore = heads.list();
            heads.undo(id);
            Undoing.objection(situation, id).ifPresent(reason -> irreversible.put(id.value(), reason));
            steps.add(Undoing.step(situation, id, progress(situation, id), headsBefore, heads.list()));
        }
        if (!irreversible.isEmpty()) {
            throw new IrreversibleException(
                    List.copyOf(irreversible.keySet()), String.join(" ", irreversible.values()));
        }
        requireOneTransaction(steps);
        return new Plan(move, steps, before);
    }

    private static Optional<Progress> progress(Situation situation, RevisionId id) {
        return situation.row(id).flatMap(row -> Optional.ofNullable(row.progress()));
    }

    private void requireOneTransaction(List<Step> steps) {
        if (settings.transaction() == TransactionMode.ALL) {
            List<Problem> apart = steps.stream()
                    .filter(step -> !step.transactional())
                    .map(step -> new Problem(
                            ErrorCode.USAGE,
                            null,
                            null,
                            "Revision \"" + step.subject() + "\" runs outside a transaction (`transaction: off`), but"
                                    + " `migration.transaction=all` asks for a single one.",
                            "Set `migration.transaction=per-revision`, or move to it and beyond it in runs of their"
                                    + " own."))
                    .toList();
            if (!apart.isEmpty()) {
                throw new InvalidStateException(apart);
            }
        }
    }
}
