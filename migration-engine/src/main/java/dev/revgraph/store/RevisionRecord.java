package dev.revgraph.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written down when a revision is applied: enough for an older release to understand it, and to undo it
 * without its file.
 *
 * @param id the revision's id, or {@code repeatable:name}
 * @param downgradeScript the SQL that undoes it, ready to run; {@code null} if it cannot be undone by SQL
 * @param seal what tells that file and record are both unchanged, without reading what the file says; {@code null} if it
 *     is no file
 */
public record RevisionRecord(
        String id,
        List<String> parents,
        List<String> dependencies,
        List<String> labels,
        String description,
        RevisionKind kind,
        boolean transactional,
        @Nullable String checksumAlgorithm,
        @Nullable String upgradeChecksum,
        @Nullable String downgradeChecksum,
        @Nullable String downgradeScript,
        @Nullable String seal) {

    public RevisionRecord {
        parents = List.copyOf(parents);
        dependencies = List.copyOf(dependencies);
        labels = List.copyOf(labels);
    }
}
