package dev.revgraph.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for: upgrade, downgrade, stamp or adopt, where to, and why.
 *
 * @param direction which of them
 * @param targets one target, or several for a stamp or an adoption
 * @param purge whether a stamp forgets everything first
 * @param scripts names of repeatable scripts that an adoption records as run
 * @param reason kept in the history; {@code null} if none was given
 */
public record Move(
        Direction direction,
        List<String> targets,
        boolean purge,
        List<String> scripts,
        @Nullable String reason) {

    /** The ways in which what is applied can change. */
    public enum Direction {
        UPGRADE("upgrade"),
        DOWNGRADE("downgrade"),
        STAMP("stamp"),
        ADOPT("adopt");

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
        scripts = List.copyOf(scripts);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("A move needs a target.");
        }
    }

    public static Move upgrade(String target) {
        return new Move(Direction.UPGRADE, List.of(target), false, List.of(), null);
    }

    public static Move downgrade(String target) {
        return new Move(Direction.DOWNGRADE, List.of(target), false, List.of(), null);
    }

    public static Move stamp(List<String> targets) {
        return new Move(Direction.STAMP, targets, false, List.of(), null);
    }

    /**
     * Records what another tool has applied.
     *
     * @param scripts names of the repeatable scripts that have run as they are
     */
    public static Move adopt(List<String> targets, List<String> scripts) {
        return new Move(Direction.ADOPT, targets, false, scripts, null);
    }

    /** The same upgrade or downgrade to another target. */
    public Move to(String target) {
        return new Move(direction, List.of(target), purge, scripts, reason);
    }

    /** The same with everything forgotten first; for a stamp. */
    public Move purging() {
        return new Move(direction, targets, true, scripts, reason);
    }

    public Move because(@Nullable String why) {
        return new Move(direction, targets, purge, scripts, why);
    }

    String target() {
        return targets.get(0);
    }
}
