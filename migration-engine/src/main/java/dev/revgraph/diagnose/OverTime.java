package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement ran into its time-out. A cancellation that somebody asked for has the same code: it is told by the time
 * that the statement ran.
 */
final class OverTime implements Cause {

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        Duration took = scene.failed().timing().took();
        Optional<TimeLimit> limit = TimeLimit.of(scene);
        if (limit.isEmpty() || took.compareTo(limit.get().length()) < 0) {
            return Optional.empty();
        }
        Optional<Relation> table = scene.table();
        StringBuilder finding = new StringBuilder(
                "The statement ran for " + Span.text(limit.get().length()) + ", which is all that it may: the limit is "
                        + limit.get().where() + ".");
        if (table.isPresent()) {
            Size.of(scene.look(), table.get())
                    .ifPresent(size -> finding.append(' ').append(size));
        }
        List<String> blockers = scene.failed().timing().blockers();
        if (!blockers.isEmpty()) {
            finding.append(" It was seen waiting for a lock; in the way: ")
                    .append(String.join("; ", blockers))
                    .append('.');
        }
        return Optional.of(Diagnosis.of(finding.toString(), waysOut(scene, limit.get(), table)));
    }

    private static List<WayOut> waysOut(Scene scene, TimeLimit limit, Optional<Relation> table) throws SQLException {
        List<WayOut> ways = new ArrayList<>();
        ways.add(WayOut.of(moreTime(scene, limit)));
        Words words = scene.words();
        boolean data = words.at(0, "UPDATE") || words.at(0, "DELETE") || words.at(0, "INSERT") || words.at(0, "MERGE");
        if (data) {
            ways.add(WayOut.of("Change the rows in batches: a Java revision with `@Revision(transaction = false)` and"
                    + " `context.batches(…)` commits page by page, holds no lock for long, and goes on where it"
                    + " stopped."));
        }
        int index = words.find(1, "INDEX");
        boolean plainIndex = (words.at(0, "CREATE", "INDEX") || words.at(0, "CREATE", "UNIQUE", "INDEX"))
                && !words.at(index + 1, "CONCURRENTLY");
        if (plainIndex && table.isPresent() && !table.get().kind().equals("p")) {
            ways.add(WayOut.of(
                    "Build the index while others write, in a revision of its own with `-- transaction: off` and more"
                            + " time in its header; it takes longer, but stops nobody.",
                    words.with(index + 1, "CONCURRENTLY")));
        }
        return ways;
    }

    private static String moreTime(Scene scene, TimeLimit limit) {
        String span = Span.text(Span.longer(limit.length()));
        if (limit.where().endsWith("in the revision")) {
            return "If it needs more time: raise the limit where the revision sets it, to '" + span
                    + "' for instance; '0' is no limit at all.";
        }
        return switch (scene.failed().source()) {
            case FILE ->
                "If it needs more time: write `-- statement-timeout: " + span + "` into the header of \""
                        + scene.failed().revision()
                        + "\" (`0` is no limit at all). The limit of others stays as it is.";
            case CODE ->
                "If it needs more time: write `statementTimeout = \"" + span
                        + "\"` into its @Revision (\"0\" is no limit at all). The limit of others stays as it is.";
            case BARE ->
                "If it needs more time: run the command once with `migration.statement-timeout=" + span
                        + "` (`0` is no limit at all).";
        };
    }
}
