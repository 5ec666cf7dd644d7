package dev.revgraph.run;

import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.plan.Situation;
import dev.revgraph.script.Checksums;
import dev.revgraph.script.Repeatable;
import dev.revgraph.script.RevisionDefinition;
import dev.revgraph.script.SqlRevision;
import dev.revgraph.store.RevisionKind;
import dev.revgraph.store.RevisionRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is written down of a revision. */
public final class Records {

    private Records() {}

    /**
     * What is recorded of a revision.
     *
     * @param downgradeScript the SQL that undoes it, {@code null} if there is none
     */
    public static RevisionRecord of(
            RevisionGraph graph, RevisionDefinition revision, @Nullable String downgradeScript) {
        RevisionId id = revision.node().id();
        Optional<Checksums> checksums = revision.checksums();
        return new RevisionRecord(
                id.value(),
                names(graph.parents(id)),
                names(graph.dependencies(id)),
                revision.node().labels().stream()
                        .map(label -> label.name().value())
                        .toList(),
                revision.node().description(),
                revision instanceof SqlRevision ? RevisionKind.SQL : RevisionKind.JAVA,
                revision.transactional(),
                checksums.map(Checksums::algorithm).orElse(null),
                checksums.map(Checksums::upgrade).orElse(null),
                checksums.map(Checksums::downgrade).orElse(null),
                downgradeScript,
                revision instanceof SqlRevision file ? file.seal() : null);
    }

    public static RevisionRecord of(Repeatable script) {
        return new RevisionRecord(
                Situation.recordId(script),
                List.of(),
                List.of(),
                List.of(),
                script.description(),
                RevisionKind.REPEATABLE,
                true,
                script.checksums().algorithm(),
                script.checksums().upgrade(),
                null,
                null,
                null);
    }

    public static List<String> names(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}
