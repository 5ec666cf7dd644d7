package dev.revgraph.graph;

import org.jspecify.annotations.Nullable;

/** A target as it was typed, taken apart; {@link TargetParser} makes it, {@link Resolver} looks it up. */
sealed interface Target {

    /** The whole text as it was typed. */
    String text();

    /** What stands before {@code @}: the label or revision whose lineage is meant. */
    @Nullable String branch();

    /** A point itself: {@code head}, {@code label@id}. */
    record Plain(String text, @Nullable String branch, Point point) implements Target {}

    /**
     * A number of steps from a point, upwards if positive: {@code id+2}, {@code label@-1}.
     *
     * @param counted whether the point stands in the text; without one, steps count from the current head
     */
    record Relative(String text, @Nullable String branch, Point from, boolean counted, int steps) implements Target {

        boolean countsFromCurrent() {
            return from == Point.Word.CURRENT;
        }

        /** The same text with another number of steps. */
        String withSteps(int other) {
            int sign = Math.max(text.lastIndexOf('+'), text.lastIndexOf('-'));
            return text.substring(0, sign + 1) + Math.abs(other);
        }
    }

    /** {@code x-1} that is no whole name: the beginning of a longer name, or one step below {@code x}. */
    record Undecided(Plain name, Relative relative) implements Target {

        @Override
        public String text() {
            return name.text();
        }

        @Override
        public @Nullable String branch() {
            return name.branch();
        }
    }
}
