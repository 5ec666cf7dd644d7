package dev.revgraph.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for: upgrade, downgrade or stamp, where to, and why.
 *
 * @param direction which of the three
 * @param targets one target, or several for a stamp
 * @param purge whether a stamp forgets everything first
 * @param reason kept in the history; {@code null} if none was given
 */
public record Move(
        Direction direction,
        List<String> targets,
        boolean purge,
        @Nullable String reason) {

    /** The three ways in which what is applied can change. */
    public enum Direction {
        UPGRADE("upgrade"),
        DOWNGRADE("downgrade"),
        STAMP("stamp");

        private final String text;

        Direction(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public Move {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("A move needs a target.");
        }
    }

    public static Move upgrade(String target) {
        return new Move(Direction.UPGRADE, List.of(target), false, null);
    }

    public static Move downgrade(String target) {
        return new Move(Direction.DOWNGRADE, List.of(target), false, null);
    }

    public static Move stamp(List<String> targets) {
        return new Move(Direction.STAMP, targets, false, null);
    }

    /** The same with everything forgotten first; for a stamp. */
    public Move purging() {
        return new Move(direction, targets, true, reason);
    }

    public Move because(@Nullable String why) {
        return new Move(direction, targets, purge, why);
    }

    String target() {
        return targets.get(0);
    }
}
