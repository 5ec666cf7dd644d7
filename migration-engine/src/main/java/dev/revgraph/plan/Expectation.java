package dev.revgraph.plan;

import dev.revgraph.graph.RevisionId;
import dev.revgraph.script.Checksums;
import dev.revgraph.script.Repeatable;
import dev.revgraph.script.RevisionDefinition;
import dev.revgraph.script.RevisionSet;
import dev.revgraph.script.SqlRevision;
import dev.revgraph.store.Outline;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the records hold where nothing is left to do: every revision is applied and every repeatable script has run as
 * the application has it, and nothing else is applied. It is met at most starts of most applications, so it asks for
 * little.
 */
public final class Expectation {

    private Expectation() {}

    public static boolean isMet(RevisionSet revisions, Outline outline) {
        Map<String, Outline.Line> lines = outline.lines();
        int met = 0;
        for (RevisionDefinition revision : revisions.definitions()) {
            if (!isAsApplied(revision, lines.get(revision.id().value()))) {
                return false;
            }
            met++;
        }
        for (Repeatable script : revisions.repeatables()) {
            if (!isAsApplied(Optional.of(script.checksums()), lines.get(Situation.recordId(script)))) {
                return false;
            }
            met++;
        }
        return outline.tablesExist() && (met == lines.size() || othersAreFormerScripts(revisions, outline));
    }

    private static boolean isAsApplied(RevisionDefinition revision, Outline.@Nullable Line line) {
        boolean sealed = line != null
                && line.applied()
                && revision instanceof SqlRevision file
                && file.seal().equals(line.seal());
        return sealed || isAsApplied(revision.checksums(), line);
    }

    /** Java revisions have no checksums. */
    private static boolean isAsApplied(Optional<Checksums> now, Outline.@Nullable Line line) {
        return line != null
                && line.applied()
                && (now.isEmpty()
                        || (now.get().algorithm().equals(line.checksumAlgorithm())
                                && now.get().upgrade().equals(line.upgradeChecksum())));
    }

    private static boolean knows(RevisionSet revisions, String id) {
        return RevisionId.objectionTo(id).isEmpty() && revisions.graph().contains(new RevisionId(id));
    }

    /** A repeatable script that the application no longer has leaves its row behind. */
    private static boolean othersAreFormerScripts(RevisionSet revisions, Outline outline) {
        return outline.lines().values().stream()
                .allMatch(line ->
                        line.applied() && (line.id().startsWith(Situation.REPEATABLE) || knows(revisions, line.id())));
    }
}
