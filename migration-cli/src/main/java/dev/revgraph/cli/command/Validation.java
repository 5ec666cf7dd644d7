package dev.revgraph.cli.command;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.cli.authoring.Names;
import dev.revgraph.graph.InvalidGraphException;
import dev.revgraph.graph.Problem;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.TargetException;
import dev.revgraph.graph.Traversal;
import dev.revgraph.report.State;
import dev.revgraph.report.Status;
import dev.revgraph.script.Reversibility;
import dev.revgraph.script.RevisionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks for what should be settled before a deployment. */
final class Validation {

    private Validation() {}

    /** Files, graph, heads, names, downgrades. */
    static List<Finding> ofFiles(MigrationEngine engine) {
        RevisionSet revisions;
        try {
            revisions = engine.revisions();
        } catch (InvalidGraphException faulty) {
            return faulty.problems().stream().map(Finding::error).toList();
        }
        List<Finding> findings = new ArrayList<>();
        RevisionGraph graph = revisions.graph();
        if (graph.size() > 0) {
            try {
                new Traversal(graph, Set.of()).upgrade(engine.settings().target());
            } catch (TargetException unclear) {
                findings.add(Finding.error(unclear));
            }
        }
        graph.revisions().forEach(id -> findings.addAll(ofRevision(revisions, id)));
        return findings;
    }

    private static List<Finding> ofRevision(RevisionSet revisions, RevisionId id) {
        List<Finding> findings = new ArrayList<>();
        if (Names.isPoor(id.value())) {
            findings.add(Finding.warning(new Problem(
                    ErrorCode.POOR_NAME,
                    id,
                    revisions.graph().get(id).origin(),
                    "The name \"" + id + "\" does not say what is changed.",
                    "Rename it as long as no database has it.")));
        }
        if (revisions.get(id).reversibility() instanceof Reversibility.Missing) {
            findings.add(Finding.warning(new Problem(
                    ErrorCode.IRREVERSIBLE,
                    id,
                    revisions.graph().get(id).origin(),
                    "Revision \"" + id + "\" has no downgrade, so it cannot be rolled back.",
                    "Write one below \"-- +downgrade\"; if nothing can undo it, say so: \"-- +downgrade irreversible:"
                            + " reason\".")));
        }
        return findings;
    }

    /** Connection, records, checksums, order: what must be settled before an upgrade. Pending revisions are no finding. */
    static List<Finding> ofDatabase(MigrationEngine engine, List<Finding> ofFiles) {
        Status status;
        try {
            status = engine.status();
        } catch (MigrationException failure) {
            return List.of(Finding.error(failure));
        }
        return status.state() != State.INVALID
                ? List.of()
                : status.problems().stream()
                        .map(Finding::error)
                        .filter(found ->
                                ofFiles.stream().noneMatch(known -> known.code().equals(found.code())))
                        .toList();
    }
}
