package dev.revgraph.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Goes up or down the graph step by step, over {@code revises} only, until there is no way on or more than one. */
final class Walk {

    /** Below every base: nothing is applied. */
    static final int EMPTY_STATE = -1;

    private static final int[] NOWHERE = {};

    /**
     * Where a walk ended.
     *
     * @param at the revision, or {@link #EMPTY_STATE}
     * @param before the revision from which the last step was made
     * @param done the steps made
     * @param choices the ways on, if there was more than one
     */
    record End(int at, int before, int done, List<Integer> choices) {

        boolean isReached(int steps) {
            return done == Math.abs(steps);
        }

        boolean isAmbiguous() {
            return choices.size() > 1;
        }
    }

    private final RevisionGraph graph;
    private final Shape shape;
    private final @Nullable BitSet lineage;

    /** @param lineage the revisions to stay within; {@code null}: all */
    Walk(RevisionGraph graph, @Nullable BitSet lineage) {
        this.graph = graph;
        this.shape = graph.shape();
        this.lineage = lineage;
    }

    /** Up if {@code steps} is positive, else down. */
    End from(int start, int steps) {
        int at = start;
        int before = start;
        for (int done = 0; done < Math.abs(steps); done++) {
            int[] next = steps > 0 ? up(at) : down(at);
            if (next.length != 1) {
                return new End(at, before, done, byId(next));
            }
            before = at;
            at = next[0];
        }
        return new End(at, before, Math.abs(steps), List.of());
    }

    private List<Integer> byId(int[] revisions) {
        return Arrays.stream(revisions)
                .boxed()
                .sorted(Comparator.comparing(graph::id))
                .toList();
    }

    private int[] up(int at) {
        int[] children = at == EMPTY_STATE ? bases() : shape.children().of(at);
        int[] inFiles = within(Arrays.stream(children), graph::isFile);
        return inFiles.length > 0 ? inFiles : within(Arrays.stream(children), child -> true);
    }

    private int[] down(int at) {
        if (at == EMPTY_STATE) {
            return NOWHERE;
        }
        return shape.parents().count(at) == 0
                ? new int[] {EMPTY_STATE}
                : within(Arrays.stream(shape.parents().of(at)), parent -> true);
    }

    private int[] bases() {
        return IntStream.range(0, shape.size())
                .filter(number -> shape.parents().count(number) == 0)
                .toArray();
    }

    private int[] within(IntStream revisions, IntPredicate condition) {
        return revisions
                .filter(condition)
                .filter(revision -> lineage == null || lineage.get(revision))
                .toArray();
    }
}
