package dev.revgraph.adopt;

import dev.revgraph.ErrorCode;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.rehearse.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the revisions that Alembic's ids stand for. */
final class AlembicHeads {

    private AlembicHeads() {}

    /** @throws AdoptionException if one stands for none, or for several */
    static Set<RevisionId> find(RevisionGraph graph, TableName table, List<String> versions) {
        Set<RevisionId> found = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String version : versions) {
            List<RevisionId> candidates = candidates(graph, version);
            if (candidates.size() > 1) {
                throw new AdoptionException(
                        ErrorCode.AMBIGUOUS_PREFIX,
                        "Alembic's revision \"" + version + "\" may be any of " + candidates + ".",
                        "Write \"-- revision: " + version + "\" into the header of the one that it is.",
                        candidates.stream().map(RevisionId::value).toList());
            }
            if (candidates.isEmpty()) {
                unknown.add(version);
            }
            found.addAll(candidates);
        }
        if (!unknown.isEmpty()) {
            throw new AdoptionException(
                    ErrorCode.NO_SUCH_REVISION,
                    "The table " + table + " names what is no revision here: " + String.join(", ", unknown) + ".",
                    "Write a revision with that id (\"-- revision: " + unknown.get(0) + "\" in its header, or a file"
                            + " \"" + unknown.get(0) + "_description.sql\"); or bring the database to another revision"
                            + " with Alembic; or type `adopt --from schema`, which goes by what the database looks like.",
                    unknown);
        }
        return found;
    }

    private static List<RevisionId> candidates(RevisionGraph graph, String version) {
        if (RevisionId.objectionTo(version).isEmpty() && graph.contains(new RevisionId(version))) {
            return List.of(new RevisionId(version));
        }
        return graph.revisions().stream()
                .filter(id -> stands(id.value(), version))
                .toList();
    }

    /** {@code 1a2b3c4d5e6f_add_users}, {@code 20260105-1a2b3c4d5e6f}. */
    private static boolean stands(String id, String version) {
        return !version.isEmpty()
                && (id.startsWith(version + "_")
                        || id.startsWith(version + "-")
                        || id.endsWith("_" + version)
                        || id.endsWith("-" + version));
    }
}
