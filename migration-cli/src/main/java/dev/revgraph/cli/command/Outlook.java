package dev.revgraph.cli.command;

import dev.revgraph.MigrationEngine;
import dev.revgraph.cli.Workplace;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.Traversal;
import dev.revgraph.plan.RevisionListing;
import dev.revgraph.plan.Situation;
import dev.revgraph.report.RevisionReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Revisions as a command sees them: beside the records of the database, or from the files alone.
 *
 * @param applied what is applied; empty where no database is asked
 */
record Outlook(RevisionGraph graph, Set<RevisionId> applied, RevisionListing listing) {

    static Outlook ofDatabase(MigrationEngine engine) {
        Situation situation = engine.situation();
        return new Outlook(situation.graph(), situation.applied(), new RevisionListing(situation, engine.settings()));
    }

    static Outlook ofFiles(MigrationEngine engine) {
        return new Outlook(engine.revisions().graph(), Set.of(), RevisionListing.ofFiles(engine.revisions()));
    }

    /** Asks the database if there is one and nobody said to leave it alone. */
    static Outlook of(Workplace workplace, boolean offline) {
        MigrationEngine engine = workplace.engine();
        return offline || !workplace.hasDatabase() ? ofFiles(engine) : ofDatabase(engine);
    }

    Traversal traversal() {
        return new Traversal(graph, applied);
    }

    /** Those of a range as it was typed, or all of them. */
    List<RevisionId> newestFirst(@Nullable String range) {
        if (range != null) {
            return traversal().range(range);
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
