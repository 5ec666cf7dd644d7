package dev.revgraph.plan;

import dev.revgraph.graph.InvalidGraphException;
import dev.revgraph.graph.Problem;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.report.PendingRevision;
import dev.revgraph.report.State;
import dev.revgraph.report.Status;
import dev.revgraph.report.StatusProblem;
import dev.revgraph.script.Repeatable;
import dev.revgraph.store.AppliedRevision;
import dev.revgraph.store.Settled;
import dev.revgraph.store.StoredState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sums a situation up in a {@link Status}. */
public final class StatusSummary {

    private StatusSummary() {}

    public static Status of(Situation situation, Assessment assessment) {
        List<PendingRevision> pending = Stream.concat(
                        assessment.pending().stream().map(id -> pending(situation.graph(), id)),
                        assessment.repeatables().stream().map(StatusSummary::pending))
                .toList();
        List<Problem> blocking = assessment.blocking();
        boolean ahead = !situation.unknown().isEmpty();
        return new Status(
                state(situation, !blocking.isEmpty(), !pending.isEmpty(), ahead),
                names(situation.currentHeads()),
                names(situation.revisions().graph().heads()),
                situation.applied().size(),
                pending,
                names(situation.unknown()),
                Stream.concat(blocking.stream(), assessment.warnings().stream())
                        .map(StatusSummary::toReport)
                        .toList());
    }

    /** The status where the last run left nothing to do, and nothing has changed since. */
    public static Status of(Settled settled) {
        return new Status(
                State.UP_TO_DATE,
                settled.current(),
                settled.heads(),
                settled.applied(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * The status when the files cannot be read, or form no graph: what is recorded. What is pending or unknown only the
     * files could tell. Looks at no graph, since the records may be what is wrong.
     */
    public static Status ofUnreadable(InvalidGraphException failure, StoredState stored) {
        List<AppliedRevision> applied =
                stored.rows().values().stream().filter(Situation::isApplied).toList();
        Set<String> below = applied.stream()
                .flatMap(row -> Stream.concat(row.parents().stream(), row.dependencies().stream()))
                .collect(Collectors.toSet());
        return new Status(
                State.INVALID,
                applied.stream()
                        .map(AppliedRevision::id)
                        .filter(id -> !below.contains(id))
                        .toList(),
                List.of(),
                applied.size(),
                List.of(),
                List.of(),
                Stream.concat(
                                failure.problems().stream(),
                                stored.rows().values().stream().flatMap(row -> CutOff.problem(row).stream()))
                        .map(StatusSummary::toReport)
                        .toList());
    }

    private static State state(Situation situation, boolean blocked, boolean pending, boolean ahead) {
        if (blocked) {
            return State.INVALID;
        }
        if (!situation.stored().tablesExist()) {
            return State.EMPTY;
        }
        if (pending) {
            return ahead ? State.DIVERGED : State.PENDING;
        }
        return ahead ? State.AHEAD : State.UP_TO_DATE;
    }

    private static PendingRevision pending(RevisionGraph graph, RevisionId id) {
        return new PendingRevision(id.value(), graph.get(id).description(), names(graph.parents(id)));
    }

    private static PendingRevision pending(Repeatable script) {
        return new PendingRevision(Situation.recordId(script), script.description(), List.of());
    }

    private static StatusProblem toReport(Problem problem) {
        return new StatusProblem(
                problem.code().text(),
                problem.revision() == null ? null : problem.revision().value(),
                (problem.origin() == null ? "" : problem.origin() + ": ") + problem.message(),
                problem.action());
    }

    private static List<String> names(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}
