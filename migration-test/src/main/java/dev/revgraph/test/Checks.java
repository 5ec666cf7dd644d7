package dev.revgraph.test;

import dev.revgraph.MigrationEngine;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.plan.Move;
import dev.revgraph.rehearse.RoundTrip;
import dev.revgraph.rehearse.SchemaComparisons;
import dev.revgraph.rehearse.SchemaReport;
import dev.revgraph.rehearse.SqlModel;
import dev.revgraph.report.State;
import dev.revgraph.report.Status;
import dev.revgraph.report.StatusProblem;
import dev.revgraph.script.RevisionSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The work behind {@link MigrationChecks}. Used by one thread. */
final class Checks {

    static final String CORRECT =
            "Correct the downgrade; if nothing can undo it, say so: \"-- +downgrade irreversible: reason\".";

    private final TestClass about;
    private final MigrationEngine engine;
    private final RevisionSet revisions;
    private final RevisionGraph graph;

    Checks(MigrationDatabase database) {
        this.about = database.about();
        this.engine = database.engine();
        this.revisions = about.revisions().read(engine);
        this.graph = revisions.graph();
    }

    void hasOneHead() {
        List<RevisionId> heads = graph.heads();
        if (heads.size() > 1) {
            throw new AssertionError("The revisions have " + heads.size() + " heads: " + Sentences.quoted(heads)
                    + ".\nJoin them: `migration merge -m TEXT`.");
        }
    }

    void upgradesAnEmptyDatabase() {
        TestRevisions all = about.revisions().toAllHeads();
        try (OwnDatabase empty = about.scratch(all, Start.EMPTY)) {
            MigrationEngine there = all.engine(empty);
            there.run(Move.upgrade("heads"));
            Status status = there.status();
            if (status.state() != State.UP_TO_DATE || !status.problems().isEmpty()) {
                throw new AssertionError(Sentences.listed(
                        "An empty database is " + status.state() + " after an upgrade to the head.",
                        status.problems().stream().map(StatusProblem::message).toList(),
                        "See what the revisions do to the migration tables."));
            }
        }
    }

    void everyDowngradeUndoesItsUpgrade() {
        List<String> findings = comparisons().roundTrips(graph).stream()
                .flatMap(Checks::findings)
                .toList();
        if (!findings.isEmpty()) {
            throw new AssertionError(Sentences.listed("Not every revision is undone.", findings, CORRECT));
        }
    }

    private static Stream<String> findings(RoundTrip trip) {
        String revision = "Revision \"" + trip.revision() + "\" ";
        List<String> findings = new ArrayList<>();
        trip.afterDowngrade()
                .forEach(sentence -> findings.add(revision + "is not undone by its downgrade. " + sentence));
        trip.afterSecondUpgrade()
                .forEach(sentence ->
                        findings.add(revision + "makes another schema when it is applied again. " + sentence));
        if (trip.failure() != null) {
            findings.add(revision + "does not go up, down and up again. " + trip.failure());
        }
        return findings.stream();
    }

    void downgradeLeavesNothing() {
        TestRevisions alone = about.revisions().withoutRepeatables();
        List<String> targets = lowest();
        try (OwnDatabase database = about.scratch(alone, new Start(List.of("heads")))) {
            MigrationEngine there = alone.engine(database);
            targets.forEach(target -> there.run(Move.downgrade(target)));
            List<String> remains = messages(there.drift(about.server().get().shadows()));
            if (!remains.isEmpty()) {
                throw new AssertionError(Sentences.listed(
                        "A downgrade from the head to " + Sentences.quoted(targets) + " leaves something.",
                        remains,
                        CORRECT));
            }
        }
    }

    /** What a downgrade can go back to at most. */
    private List<String> lowest() {
        Set<RevisionId> staying = new LinkedHashSet<>();
        for (RevisionId id : graph.revisions()) {
            if (!isReversible(id)) {
                staying.addAll(graph.closure(List.of(id)));
            }
        }
        return staying.isEmpty()
                ? List.of("base")
                : graph.maximal(staying).stream().map(RevisionId::value).toList();
    }

    private boolean isReversible(RevisionId id) {
        return revisions.get(id).reversibility().isReversible();
    }

    void headIsTheModel() {
        SqlModel model = new SqlModel(ModelFiles.find(about.model(), about.loader()));
        List<String> differences = messages(comparisons().check(model));
        if (!differences.isEmpty()) {
            throw new AssertionError(Sentences.listed(
                    "The head of the revisions is not the model.",
                    differences,
                    "Write the revision that is missing (`migration create --autogenerate --model FILE.sql -m TEXT`),"
                            + " or correct the model."));
        }
    }

    /** In shadows beside the databases of the tests. */
    private SchemaComparisons comparisons() {
        return engine.comparisons(about.server().get().shadows());
    }

    private static List<String> messages(SchemaReport report) {
        return report.differences().stream().map(SchemaReport.Item::message).toList();
    }
}
