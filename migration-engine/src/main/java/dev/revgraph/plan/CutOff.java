package dev.revgraph.plan;

import dev.revgraph.ErrorCode;
import dev.revgraph.graph.Problem;
import dev.revgraph.store.AppliedRevision;
import dev.revgraph.store.AppliedRevision.Progress;
import dev.revgraph.store.RevisionKind;
import java.util.List;
import java.util.Optional;

/** Judges a revision without a transaction whose run was cut off. */
final class CutOff {

    private CutOff() {}

    /** The problem, if it was cut off in the middle of a statement, so that nobody knows whether that took effect. */
    static Optional<Problem> problem(Situation situation) {
        return situation.running().filter(row -> !situation.isAtWork()).flatMap(CutOff::problem);
    }

    private static Optional<Problem> problem(AppliedRevision row) {
        Progress progress = row.progress();
        // A Java revision goes on by itself: its batches keep their own positions.
        if (progress == null || progress.betweenStatements() || row.kind() == RevisionKind.JAVA) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                ErrorCode.INTERRUPTED,
                null,
                null,
                "The " + progress.direction() + " of revision \"" + row.id() + "\" was cut off in statement "
                        + progress.statementsStarted() + "; whether that statement took effect is not known.",
                "Look at the database. Either finish the revision's statements by hand and record where the database"
                        + " is then with `stamp`, `stamp " + row.id()
                        + "` after an upgrade; or undo by hand what was done of"
                        + " them and record that: `stamp current` after an upgrade."));
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

    private static boolean isOther(AppliedRevision row, String direction) {
        return row.progress() != null && !row.progress().direction().equals(direction);
    }
}
