package dev.revgraph.plan;

import dev.revgraph.MigrationSettings;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.RevisionNode;
import dev.revgraph.report.RevisionReport;
import dev.revgraph.report.RevisionReport.AppliedReport;
import dev.revgraph.script.Reversibility;
import dev.revgraph.script.RevisionDefinition;
import dev.revgraph.script.RevisionSet;
import dev.revgraph.script.SqlRevision;
import dev.revgraph.store.AppliedRevision;
import dev.revgraph.store.RevisionKind;
import dev.revgraph.store.StoredState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes revisions as files and database know them. */
public final class RevisionListing {

    /** What has been asked. */
    private enum Known {
        FILES,
        RECORDS,
        BOTH
    }

    private final Situation situation;
    private final Known known;
    private final Set<RevisionId> gaps;

    public RevisionListing(Situation situation, MigrationSettings settings) {
        this(situation, settings, Known.BOTH);
    }

    private RevisionListing(Situation situation, MigrationSettings settings, Known known) {
        this.situation = situation;
        this.known = known;
        this.gaps = settings.outOfOrder()
                ? Set.of()
                : new HashSet<>(situation.graph().gaps(situation.applied()));
    }

    /** Describes what the files say alone: no revision has a state, none a record. */
    public static RevisionListing ofFiles(RevisionSet revisions) {
        Situation unasked = new Situation(revisions, StoredState.nothing());
        return new RevisionListing(unasked, MigrationSettings.defaults(), Known.FILES);
    }

    /** Describes what the records say alone: whether a file is missing or changed is not known. */
    public static RevisionListing ofRecords(Situation recorded) {
        return new RevisionListing(recorded, MigrationSettings.defaults(), Known.RECORDS);
    }

    /** Certain revisions, in the order in which they are named; all have to be known. */
    public List<RevisionReport> of(List<RevisionId> ids) {
        return ids.stream().map(this::describe).toList();
    }

    /** One of them; nothing if neither files nor database know it. */
    public Optional<RevisionReport> find(String id) {
        return RevisionId.objectionTo(id).isEmpty() && situation.graph().contains(new RevisionId(id))
                ? Optional.of(describe(new RevisionId(id)))
                : Optional.empty();
    }

    private RevisionReport describe(RevisionId id) {
        RevisionGraph graph = situation.graph();
        RevisionNode node = graph.get(id);
        RevisionDefinition definition = situation.definition(id).orElse(null);
        AppliedRevision row = situation.row(id).orElse(null);
        return new RevisionReport(
                id.value(),
                node.description(),
                names(graph.parents(id)),
                names(graph.dependencies(id)),
                node.labels().stream().map(label -> label.name().value()).toList(),
                known == Known.FILES ? null : state(id, definition, row),
                kind(definition, row).text(),
                definition == null ? null : node.origin().source(),
                definition != null ? definition.transactional() : row != null && row.transactional(),
                definition != null
                        ? definition.reversibility() instanceof Reversibility.Reversible
                        : row != null && row.undoable(),
                row == null ? null : record(row));
    }

    private String state(RevisionId id, @Nullable RevisionDefinition definition, @Nullable AppliedRevision row) {
        if (row != null && row.running()) {
            return "running";
        }
        if (definition == null) {
            return known == Known.RECORDS ? "applied" : "unknown";
        }
        if (row == null) {
            return gaps.contains(id) ? "out-of-order" : "pending";
        }
        return situation.isModified(id) ? "modified" : "applied";
    }

    private static RevisionKind kind(@Nullable RevisionDefinition definition, @Nullable AppliedRevision row) {
        if (definition != null) {
            return definition instanceof SqlRevision ? RevisionKind.SQL : RevisionKind.JAVA;
        }
        return row == null ? RevisionKind.SQL : row.kind();
    }

    private static AppliedReport record(AppliedRevision row) {
        return new AppliedReport(
                row.appliedAt(),
                row.appliedBy(),
                row.application(),
                row.applicationVersion(),
                row.millis(),
                row.statementsFinished());
    }

    private static List<String> names(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}
