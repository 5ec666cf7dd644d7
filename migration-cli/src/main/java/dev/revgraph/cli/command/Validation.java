package dev.revgraph.cli.command;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.backup.ClientPrograms;
import dev.revgraph.cli.authoring.Names;
import dev.revgraph.graph.InvalidGraphException;
import dev.revgraph.graph.Problem;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.RevisionNode;
import dev.revgraph.graph.TargetException;
import dev.revgraph.graph.Traversal;
import dev.revgraph.plan.Assessment;
import dev.revgraph.plan.Moved;
import dev.revgraph.plan.Situation;
import dev.revgraph.rehearse.SchemaReport;
import dev.revgraph.report.Readiness;
import dev.revgraph.report.StatusProblem;
import dev.revgraph.script.Reversibility;
import dev.revgraph.script.RevisionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Looks for what should be settled before a deployment. */
final class Validation {

    private static final List<ErrorCode> UNREACHABLE = List.of(ErrorCode.CONNECTION, ErrorCode.NOT_POSTGRESQL);

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

    /** What is found in a shadow database, a failure in it among the rest. */
    static List<Finding> inShadow(Supplier<List<Finding>> look) {
        try {
            return look.get();
        } catch (MigrationException failure) {
            return List.of(Finding.inShadow(failure));
        }
    }

    /** Whether the files form a graph at all. */
    static boolean isReadable(MigrationEngine engine) {
        try {
            return engine.revisions().graph().size() > 0;
        } catch (InvalidGraphException faulty) {
            return false;
        }
    }

    private static List<Finding> ofRevision(RevisionSet revisions, RevisionId id) {
        List<Finding> findings = new ArrayList<>();
        poorName(revisions.graph().get(id)).map(Finding::warning).ifPresent(findings::add);
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

    /** Random digits are not meant to say anything, so the description has to. */
    private static Optional<Problem> poorName(RevisionNode node) {
        String id = node.id().value();
        boolean random = Names.isRandom(id);
        if (!Names.isPoor(random ? node.description() : id)) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                ErrorCode.POOR_NAME,
                node.id(),
                node.origin(),
                random
                        ? "The description \"" + node.description() + "\" of revision \"" + id
                                + "\" does not say what is changed."
                        : "The name \"" + id + "\" does not say what is changed.",
                random
                        ? "Write another one into the header; that can be done at any time."
                        : "Rename it as long as no database has it."));
    }

    /**
     * Connection, records, checksums, order, and the server itself: what must be settled before an upgrade. Pending
     * revisions are no finding.
     */
    static List<Finding> ofDatabase(MigrationEngine engine, ClientPrograms programs, List<Finding> ofFiles) {
        List<Finding> findings = new ArrayList<>();
        try {
            ofRecords(engine).stream().filter(found -> isNew(found, ofFiles)).forEach(findings::add);
        } catch (MigrationException failure) {
            findings.add(Finding.error(failure));
            if (UNREACHABLE.contains(failure.code())) {
                return findings;
            }
        }
        List<Finding> ofStatus = List.copyOf(findings);
        ofServer(engine, programs).stream()
                .filter(found -> isNew(found, ofStatus))
                .forEach(findings::add);
        return findings;
    }

    private static List<Finding> ofRecords(MigrationEngine engine) {
        try {
            Situation situation = engine.situation();
            Assessment assessment = Assessment.of(situation, engine.settings());
            List<Finding> findings = new ArrayList<>();
            assessment.blocking().stream().map(Finding::error).forEach(findings::add);
            assessment.warnings().stream()
                    // Allowed is allowed.
                    .filter(problem -> problem.code() != ErrorCode.OUT_OF_ORDER)
                    .map(Finding::warning)
                    .forEach(findings::add);
            if (engine.settings().allowAhead()) {
                situation.unknown().stream()
                        .map(Validation::unknown)
                        .map(Finding::warning)
                        .forEach(findings::add);
            }
            new Moved(situation).problems().stream().map(Finding::warning).forEach(findings::add);
            return findings;
        } catch (InvalidGraphException faulty) {
            return engine.status().problems().stream().map(Finding::error).toList();
        }
    }

    private static Problem unknown(RevisionId id) {
        return new Problem(
                ErrorCode.UNKNOWN_REVISION,
                id,
                null,
                "Revision \"" + id + "\" is applied, and no file has it: a newer release has applied it, or its file is"
                        + " lost.",
                "Get its file back, or deploy the release that has it. `show " + id + "` says when it was applied, by"
                        + " whom, and whether it can be undone from here.");
    }

    /** In what the database is not what its revisions make. */
    static List<Finding> ofDrift(SchemaReport report) {
        return report.differences().stream()
                .map(
                        difference -> Finding.error(
                                new StatusProblem(
                                        ErrorCode.DRIFT.text(),
                                        null,
                                        difference.message(),
                                        "`drift` shows the statements that undo it; `create --autogenerate --from-database` takes it over.")))
                .toList();
    }

    private static List<Finding> ofServer(MigrationEngine engine, ClientPrograms programs) {
        List<Finding> findings = new ArrayList<>();
        try {
            Readiness readiness = engine.readiness();
            readiness.errors().stream().map(Finding::error).forEach(findings::add);
            readiness.warnings().stream().map(Finding::warning).forEach(findings::add);
            programs.objection(readiness.serverVersion()).map(Finding::warning).ifPresent(findings::add);
        } catch (MigrationException failure) {
            findings.add(Finding.error(failure));
        }
        return findings;
    }

    /** What one look says, the next one need not say again. */
    private static boolean isNew(Finding found, List<Finding> known) {
        return known.stream().noneMatch(other -> other.code().equals(found.code()));
    }
}
