package dev.revgraph.graph;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.revgraph.fixture.GraphText;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A graph and a database, with plans as text so that tables of facts can be compared with it. */
record Situation(RevisionGraph graph, Set<RevisionId> applied) {

    /** A database with these current heads and everything below them. */
    static Situation at(RevisionGraph graph, String heads) {
        return new Situation(graph, graph.closure(GraphText.ids(heads)));
    }

    Traversal traversal() {
        return new Traversal(graph, applied);
    }

    /** {@code "plan => current heads afterwards"}. */
    String upgrade(String target) {
        List<RevisionId> plan = traversal().upgrade(target);
        Set<RevisionId> after = new LinkedHashSet<>(applied);
        after.addAll(plan);
        return outcome(plan, after);
    }

    /** {@code "plan => current heads afterwards"}. */
    String downgrade(String target) {
        List<RevisionId> plan = traversal().downgrade(target);
        Set<RevisionId> after = new LinkedHashSet<>(applied);
        plan.forEach(after::remove);
        return outcome(plan, after);
    }

    /** The current heads after a stamp with blank-separated targets. */
    String stamp(String targets) {
        return text(graph.maximal(traversal().stamp(List.of(targets.split(" ")), false)));
    }

    static TargetException refusal(ThrowingCallable call) {
        TargetException refusal = catchThrowableOfType(TargetException.class, call);
        if (refusal == null) {
            throw new AssertionError("Nothing was refused.");
        }
        return refusal;
    }

    static String text(Collection<RevisionId> revisions) {
        return revisions.stream().map(RevisionId::value).collect(Collectors.joining(" "));
    }

    private String outcome(List<RevisionId> plan, Set<RevisionId> after) {
        return (text(plan) + " => " + text(graph.maximal(after))).strip();
    }
}
