package dev.revgraph.plan;

import dev.revgraph.ErrorCode;
import dev.revgraph.graph.Problem;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.store.AppliedRevision;
import dev.revgraph.store.AppliedRevision.Progress;
import dev.revgraph.store.RevisionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges a revision without a transaction whose run was cut off. */
final class CutOff {

    private CutOff() {}

    /**
     * The problem, if it was cut off in the middle of a statement of which nobody knows whether it took effect. What the
     * catalog decides is none: the next run looks.
     */
    static Optional<Problem> problem(Situation situation) {
        return situation.running().flatMap(CutOff::problem);
    }

    /** The same of one row, whatever there is beside it. */
    static Optional<Problem> problem(AppliedRevision row) {
        Progress progress = row.progress();
        if (progress == null || progress.alive() || progress.betweenStatements()) {
            return Optional.empty();
        }
        // A Java revision goes on by itself: its batches keep their own positions.
        if (row.kind() == RevisionKind.JAVA) {
            return Optional.empty();
        }
        if (Aftermath.of(progress.statement()).isDecidable()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                ErrorCode.INTERRUPTED,
                idOf(row),
                null,
                "The " + progress.direction() + " of revision \"" + row.id() + "\" was cut off in statement "
                        + progress.statementsStarted() + "; whether that statement took effect is not known.",
                "Look at the database (`repair` shows the statement). If it took effect, type `repair --done "
                        + row.id() + "`; if it did not, `repair --again " + row.id() + "`. The next `"
                        + progress.direction() + "` then goes on."));
    }

    /** What deserves a word although the next run goes on by itself: a revision stands half way. */
    static Optional<Problem> remark(Situation situation) {
        return situation
                .running()
                .filter(row -> !situation.isAtWork() && problem(row).isEmpty())
                .map(CutOff::remark);
    }

    private static Problem remark(AppliedRevision row) {
        String direction = row.progress() == null ? "upgrade" : row.progress().direction();
        return new Problem(
                ErrorCode.INTERRUPTED,
                idOf(row),
                null,
                "The " + direction + " of revision \"" + row.id() + "\" has stopped half way, after "
                        + row.statementsFinished() + " of its statements.",
                "The next `" + direction + "` goes on from there; correct its file first if a statement fails.");
    }

    private static @Nullable RevisionId idOf(AppliedRevision row) {
        return RevisionId.objectionTo(row.id()).isEmpty() ? new RevisionId(row.id()) : null;
    }

    /** A revision that stands half way can only be carried on in its own direction. */
    static void requireCarriedOn(Situation situation, String direction) {
        situation.running().filter(row -> isOther(row, direction)).ifPresent(row -> {
            String begun = direction.equals("upgrade") ? "downgrade" : "upgrade";
            throw new InvalidStateException(List.of(new Problem(
                    ErrorCode.INTERRUPTED,
                    null,
                    null,
                    "The " + begun + " of revision \"" + row.id() + "\" was cut off after " + row.statementsFinished()
                            + " of its statements.",
                    "Carry it on with `" + begun + "` first.")));
        });
        problem(situation).ifPresent(problem -> {
            throw new InvalidStateException(List.of(problem));
        });
    }

    /** The revision that stands half way comes first: nothing else runs before it is carried on. */
    static List<RevisionId> carriedOnFirst(Situation situation, List<RevisionId> toRun) {
        if (situation.running().isEmpty() || situation.isAtWork()) {
            return toRun;
        }
        AppliedRevision row = situation.running().orElseThrow();
        List<RevisionId> order = new ArrayList<>(toRun);
        if (order.removeIf(id -> id.value().equals(row.id()))) {
            order.add(0, new RevisionId(row.id()));
            return order;
        }
        String direction = row.progress() == null ? "upgrade" : row.progress().direction();
        String way = direction.equals("upgrade") ? "`upgrade " + row.id() + "`" : "the `downgrade` that was begun";
        throw new InvalidStateException(List.of(new Problem(
                ErrorCode.INTERRUPTED,
                null,
                null,
                "The " + direction + " of revision \"" + row.id() + "\" was cut off after " + row.statementsFinished()
                        + " of its statements, and this command would leave it so.",
                "Carry it on with " + way + " first.")));
    }

    private static boolean isOther(AppliedRevision row, String direction) {
        return row.progress() != null && !row.progress().direction().equals(direction);
    }
}
