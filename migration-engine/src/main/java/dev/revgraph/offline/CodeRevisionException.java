package dev.revgraph.offline;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.plan.Step;
import dev.revgraph.script.CodeRevision;
import java.util.List;

/** A script would have to run a revision that is written in Java; nothing is written. */
public final class CodeRevisionException extends MigrationException {

    private CodeRevisionException(String message, String action, List<String> revisions) {
        super(ErrorCode.JAVA_REVISION, message, action, revisions);
    }

    /** @throws CodeRevisionException if one of the steps is Java, naming all that are */
    static void refuseIn(List<Step> steps, String direction) {
        List<CodeRevision> code =
                steps.stream().flatMap(step -> definition(step).stream()).toList();
        if (code.isEmpty()) {
            return;
        }
        List<String> names =
                code.stream().map(revision -> revision.id().value()).toList();
        String named = code.stream()
                .map(revision -> "\"" + revision.id() + "\" (" + revision.node().origin() + ")")
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        throw new CodeRevisionException(
                (code.size() == 1 ? "Revision " + named + " is" : "Revisions " + named + " are")
                        + " written in Java, and a script holds SQL alone. Nothing is written.",
                "Write scripts for the ranges before and behind "
                        + (code.size() == 1 ? "it" : "them") + ", and in between run `" + direction
                        + "` with a connection.",
                names);
    }

    private static List<CodeRevision> definition(Step step) {
        Object definition = step instanceof Step.Apply apply
                ? apply.revision()
                : step instanceof Step.Undo undo ? undo.definition() : null;
        return definition instanceof CodeRevision code ? List.of(code) : List.of();
    }
}
