package dev.revgraph.autoconfigure.actuate.page;

import dev.revgraph.MigrationEngine;
import dev.revgraph.drawing.Picture;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.plan.Knowledge;
import dev.revgraph.plan.Situation;
import dev.revgraph.report.HistoryPage;
import dev.revgraph.report.RevisionReport;
import dev.revgraph.report.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What the page shows of one database.
 *
 * @param picture its revisions, the newest of them if there are many
 * @param undrawn how many older ones are left out of it
 * @param history the latest entries of the log
 */
public record DatabaseView(Status status, Picture picture, int undrawn, HistoryPage history) {

    /** Far more than anybody looks at, and a document that a browser still opens at once. */
    public static final int MOST_DRAWN = 200;

    private static final int LATEST = 20;

    /**
     * Asks the database.
     *
     * @throws dev.revgraph.MigrationException if it cannot be asked
     */
    public static DatabaseView of(MigrationEngine engine) {
        Status status = engine.status();
        Knowledge known = engine.knowledge();
        Situation situation = known.situation();
        List<RevisionId> newest = new ArrayList<>(situation.graph().revisions());
        Collections.reverse(newest);
        List<RevisionId> drawn = newest.subList(0, Math.min(MOST_DRAWN, newest.size()));
        Map<RevisionId, String> states = new HashMap<>();
        for (RevisionReport report : known.listing().of(drawn)) {
            if (report.state() != null) {
                states.put(new RevisionId(report.revision()), report.state());
            }
        }
        Picture picture = new Picture(situation.graph(), drawn, states, new LinkedHashSet<>(situation.currentHeads()));
        return new DatabaseView(status, picture, newest.size() - drawn.size(), engine.history(0, LATEST));
    }
}
