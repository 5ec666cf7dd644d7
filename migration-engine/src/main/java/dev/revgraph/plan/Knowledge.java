package dev.revgraph.plan;

import dev.revgraph.graph.InvalidGraphException;
import dev.revgraph.report.RevisionReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What there is to see of the revisions: files beside records, or the records alone while the files cannot be read.
 * Immutable.
 *
 * @param faulty what is wrong with the files, if they cannot be read; otherwise {@code null}
 */
public record Knowledge(
        Situation situation,
        RevisionListing listing,
        @Nullable InvalidGraphException faulty) {

    /**
     * One revision by its full id; nothing if there is none.
     *
     * @throws InvalidGraphException if it may stand in the files that cannot be read
     */
    public Optional<RevisionReport> find(String id) {
        Optional<RevisionReport> found = listing.find(id);
        if (found.isEmpty() && faulty != null) {
            throw faulty;
        }
        return found;
    }
}
