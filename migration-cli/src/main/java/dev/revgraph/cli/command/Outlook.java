package dev.revgraph.cli.command;

import dev.revgraph.MigrationEngine;
import dev.revgraph.cli.Workplace;
import dev.revgraph.graph.InvalidGraphException;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.TargetException;
import dev.revgraph.graph.Traversal;
import dev.revgraph.plan.Knowledge;
import dev.revgraph.plan.RevisionListing;
import dev.revgraph.report.RevisionReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Revisions as a command sees them: beside the records of the database, from the files alone, or from the records alone
 * where the files cannot be read.
 *
 * @param applied what is applied; empty where no database is asked
 * @param faulty what is wrong with the files, if they cannot be read; otherwise {@code null}
 */
record Outlook(
        RevisionGraph graph,
        Set<RevisionId> applied,
        RevisionListing listing,
        @Nullable InvalidGraphException faulty) {

    static Outlook ofDatabase(MigrationEngine engine) {
        Knowledge known = engine.knowledge();
        return new Outlook(known.situation().graph(), known.situation().applied(), known.listing(), known.faulty());
    }

    static Outlook ofFiles(MigrationEngine engine) {
        return new Outlook(engine.revisions().graph(), Set.of(), RevisionListing.ofFiles(engine.revisions()), null);
    }

    /** Asks the database if there is one and nobody said to leave it alone. */
    static Outlook of(Workplace workplace, boolean offline) {
        MigrationEngine engine = workplace.engine();
        return offline || !workplace.hasDatabase() ? ofFiles(engine) : ofDatabase(engine);
    }

    /**
     * Returns if the files could be read.
     *
     * @throws InvalidGraphException if not
     */
    void requireFiles() {
        if (faulty != null) {
            throw faulty;
        }
    }

    /** What a target stands for. */
    List<RevisionId> resolve(String target) {
        return ofWhatIsThere(() -> traversal().resolve(target));
    }

    private Traversal traversal() {
        return new Traversal(graph, applied);
    }

    /** What is not found may stand in the files that cannot be read. */
    private List<RevisionId> ofWhatIsThere(Supplier<List<RevisionId>> question) {
        try {
            return question.get();
        } catch (TargetException unclear) {
            requireFiles();
            throw unclear;
        }
    }

    /** Those of a range as it was typed, or all of them. */
    List<RevisionId> newestFirst(@Nullable String range) {
        if (range != null) {
            return ofWhatIsThere(() -> traversal().range(range));
        }
        List<RevisionId> all = new ArrayList<>(graph.revisions());
        Collections.reverse(all);
        return all;
    }

    List<RevisionReport> describe(List<RevisionId> ids) {
        return listing.of(ids);
    }

    /** What a revision is besides itself: "(head, current)"; empty if it is neither. */
    String marks(RevisionId id, Set<RevisionId> heads, Set<RevisionId> current) {
        String both = heads.contains(id) && current.contains(id) ? ", " : "";
        String text = (heads.contains(id) ? "head" : "") + both + (current.contains(id) ? "current" : "");
        return text.isEmpty() ? "" : "(" + text + ")";
    }
}
