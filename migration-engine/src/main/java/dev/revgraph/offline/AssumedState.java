package dev.revgraph.offline;

import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.Traversal;
import dev.revgraph.plan.Situation;
import dev.revgraph.run.Records;
import dev.revgraph.script.RevisionSet;
import dev.revgraph.store.AppliedRevision;
import dev.revgraph.store.RevisionRecord;
import dev.revgraph.store.StoredState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The database as a script takes it to be: at certain heads, everything below them applied as the files say. */
final class AssumedState {

    private AssumedState() {}

    /**
     * @param heads none for a database without revisions
     * @throws dev.revgraph.graph.TargetException if one of them means nothing, or several things
     */
    static Situation at(List<String> heads, RevisionSet revisions) {
        RevisionGraph graph = revisions.graph();
        Traversal fromNothing = new Traversal(graph, Set.of());
        Set<RevisionId> applied = new TreeSet<>();
        heads.forEach(head -> applied.addAll(fromNothing.upgrade(head)));
        Map<String, AppliedRevision> rows = new TreeMap<>();
        applied.forEach(id -> rows.put(id.value(), row(Records.of(graph, revisions.get(id), null))));
        return new Situation(revisions, new StoredState(true, rows, 0));
    }

    private static AppliedRevision row(RevisionRecord record) {
        return new AppliedRevision(
                record.id(),
                record.parents(),
                record.dependencies(),
                record.labels(),
                record.description(),
                record.kind(),
                record.transactional(),
                record.checksumAlgorithm(),
                record.upgradeChecksum(),
                record.seal(),
                true,
                null,
                0,
                Instant.EPOCH,
                "",
                null,
                null,
                0);
    }
}
