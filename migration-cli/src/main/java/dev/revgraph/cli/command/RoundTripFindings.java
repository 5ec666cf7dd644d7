package dev.revgraph.cli.command;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.graph.Problem;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.rehearse.RoundTrip;
import dev.revgraph.rehearse.Shadows;
import java.util.ArrayList;
import java.util.List;

/** What remains of revisions that are applied, undone and applied again. */
final class RoundTripFindings {

    private static final String UNDO =
            "Correct its downgrade; if nothing can undo it, say so: \"-- +downgrade irreversible: reason\".";
    private static final String RUN =
            "Correct its file; if nothing can undo it, say so: \"-- +downgrade irreversible: reason\".";
    private static final String LASTS = "Nothing has to be done: rows that use a label keep it.";

    private RoundTripFindings() {}

    static List<Finding> of(MigrationEngine engine, Shadows shadows) {
        RevisionGraph graph = engine.revisions().graph();
        List<Finding> findings = new ArrayList<>();
        for (RoundTrip trip : engine.comparisons(shadows).roundTrips(graph)) {
            RevisionId id = new RevisionId(trip.revision());
            trip.afterDowngrade()
                    .forEach(sentence -> findings.add(
                            Finding.error(problem(graph, id, "is not undone by its downgrade. " + sentence, UNDO))));
            trip.afterSecondUpgrade()
                    .forEach(sentence -> findings.add(Finding.error(
                            problem(graph, id, "makes another schema when it is applied again. " + sentence, UNDO))));
            trip.lasting()
                    .forEach(sentence -> findings.add(Finding.warning(
                            problem(graph, id, "does what PostgreSQL cannot undo. " + sentence, LASTS))));
            if (trip.failure() != null) {
                findings.add(
                        Finding.error(problem(graph, id, "does not go up, down and up again. " + trip.failure(), RUN)));
            }
        }
        return findings;
    }

    private static Problem problem(RevisionGraph graph, RevisionId id, String what, String action) {
        return new Problem(ErrorCode.ROUND_TRIP, id, graph.get(id).origin(), "Revision \"" + id + "\" " + what, action);
    }
}
