package dev.revgraph.rehearse;

import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.plan.Move;
import dev.revgraph.rehearse.Resemblance.Candidate;
import dev.revgraph.schema.diff.Measure;
import dev.revgraph.schema.diff.SchemaDiff;
import dev.revgraph.schema.model.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the states of the graph that a schema equals, or comes close to. What PostgreSQL writes of an expression may be
 * another text than it was given, so those that differ least are looked at once more, both sides made anew.
 */
final class Likeness {

    private static final int FINALISTS = 3;

    private final SchemaWork work;
    private final Schema actual;

    Likeness(SchemaWork work, Schema actual) {
        this.work = work;
        this.actual = actual;
    }

    /** A state that was replayed; the later one comes first where as much differs, since nothing is to be run twice. */
    private record Replayed(int number, List<String> heads, Schema schema, int differences) {

        static final Comparator<Replayed> CLOSEST = Comparator.comparingInt(Replayed::differences)
                .thenComparing(Comparator.comparingInt(Replayed::number).reversed());
    }

    Resemblance among(RevisionGraph graph) {
        List<Candidate> equal = new ArrayList<>();
        List<Replayed> closest = new ArrayList<>();
        Set<RevisionId> applied = new LinkedHashSet<>();
        consider(new Replayed(0, List.of(), work.replay(List.of()), 0), equal, closest);
        for (RevisionId id : graph.revisions()) {
            work.run(Move.upgrade(id.value()));
            applied.add(id);
            List<String> heads =
                    graph.maximal(applied).stream().map(RevisionId::value).toList();
            consider(new Replayed(applied.size(), heads, work.read(), 0), equal, closest);
        }
        return equal.isEmpty() ? lookAgain(closest) : found(equal);
    }

    private void consider(Replayed replayed, List<Candidate> equal, List<Replayed> closest) {
        int count = SchemaDiff.folded(
                        SchemaDiff.between(actual, replayed.schema(), Measure.exact()), actual, replayed.schema())
                .size();
        if (count == 0) {
            equal.add(new Candidate(replayed.heads(), 0));
        }
        closest.add(new Replayed(replayed.number(), replayed.heads(), replayed.schema(), count));
        closest.sort(Replayed.CLOSEST);
        if (closest.size() > FINALISTS) {
            closest.remove(FINALISTS);
        }
    }

    private Resemblance lookAgain(List<Replayed> closest) {
        List<Candidate> equal = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();
        SchemaReport differences = null;
        int fewest = Integer.MAX_VALUE;
        for (Replayed replayed : closest) {
            SchemaReport report =
                    work.compare(actual, replayed.schema(), Measure.exact()).report("the revisions");
            int count = report.differences().size();
            (count == 0 ? equal : candidates).add(new Candidate(replayed.heads(), count));
            if (differences == null || count < fewest) {
                differences = report;
                fewest = count;
            }
        }
        if (!equal.isEmpty() || differences == null) {
            Collections.reverse(equal);
            return found(equal);
        }
        candidates.sort(Comparator.comparingInt(Candidate::differences));
        return new Resemblance(List.of(), candidates, differences);
    }

    private static Resemblance found(List<Candidate> equal) {
        return new Resemblance(equal, List.of(), new SchemaReport(List.of(), List.of()));
    }
}
