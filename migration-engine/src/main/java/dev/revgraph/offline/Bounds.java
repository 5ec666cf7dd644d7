package dev.revgraph.offline;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.plan.Move;
import dev.revgraph.plan.Move.Direction;
import java.util.Arrays;
import java.util.List;

/**
 * Where a script begins and where it goes.
 *
 * @param from the current heads that the database is expected to have; none for an empty one
 * @param to a target as any other
 */
record Bounds(List<String> from, String to) {

    private static final String BASE = "base";

    Bounds {
        from = List.copyOf(from);
    }

    /** @throws MigrationException ({@code usage}) if the move does not say where it begins, as a downgrade has to */
    static Bounds of(Move move, String defaultTarget) {
        String text = move.targets().get(0);
        int colon = text.indexOf(':');
        if (text.indexOf(':', colon + 1) >= 0 && colon >= 0) {
            throw new BoundsException(
                    "\"" + text + "\" is no range: a range is two targets with one \":\" between them.",
                    "Type `" + move.direction().text() + " --sql FROM:TO`.");
        }
        String lower = colon < 0 ? "" : text.substring(0, colon);
        String upper = text.substring(colon + 1);
        if (move.direction() == Direction.DOWNGRADE && (lower.isEmpty() || upper.isEmpty())) {
            throw new BoundsException(
                    "A script is written without asking the database, so a downgrade has to say where it begins.",
                    "Type `downgrade --sql " + (lower.isEmpty() ? "head" : lower) + ":"
                            + (upper.isEmpty() ? "-1" : upper) + "`, with the database's current head before the"
                            + " colon.");
        }
        List<String> from = lower.isEmpty() || lower.equals(BASE)
                ? List.of()
                : Arrays.stream(lower.split(",")).map(String::strip).toList();
        return new Bounds(from, upper.isEmpty() ? defaultTarget : upper);
    }

    /** The range is not one. */
    private static final class BoundsException extends MigrationException {

        BoundsException(String message, String action) {
            super(ErrorCode.USAGE, message, action, List.of());
        }
    }
}
