package dev.revgraph.graph;

import java.util.Arrays;
import java.util.BitSet;

/** One kind of edge between numbered revisions, all in one array: those that leave {@code i} begin at {@code start[i]}. */
final class Edges {

    private final int[] start;
    private final int[] target;

    private Edges(int[] start, int[] target) {
        this.start = start;
        this.target = target;
    }

    /** How many revisions there are on either side. */
    int size() {
        return start.length - 1;
    }

    int first(int from) {
        return start[from];
    }

    int end(int from) {
        return start[from + 1];
    }

    int target(int edge) {
        return target[edge];
    }

    int count(int from) {
        return start[from + 1] - start[from];
    }

    int[] of(int from) {
        return Arrays.copyOfRange(target, start[from], start[from + 1]);
    }

    void mark(int from, BitSet targets) {
        for (int edge = start[from]; edge < start[from + 1]; edge++) {
            targets.set(target[edge]);
        }
    }

    /** The same edges, followed the other way; the targets of each in ascending order. */
    Edges reversed() {
        int[] reversedStart = new int[start.length];
        for (int to : target) {
            reversedStart[to + 1]++;
        }
        for (int i = 1; i < reversedStart.length; i++) {
            reversedStart[i] += reversedStart[i - 1];
        }
        int[] next = reversedStart.clone();
        int[] reversedTarget = new int[target.length];
        for (int from = 0; from < size(); from++) {
            for (int edge = start[from]; edge < start[from + 1]; edge++) {
                reversedTarget[next[target[edge]]++] = from;
            }
        }
        return new Edges(reversedStart, reversedTarget);
    }

    /** The same edges after {@code order[new] = old} has given every revision another number. */
    Edges renumbered(int[] order) {
        int[] numberOf = new int[order.length];
        for (int number = 0; number < order.length; number++) {
            numberOf[order[number]] = number;
        }
        Builder builder = new Builder(order.length, target.length);
        for (int old : order) {
            for (int edge = start[old]; edge < start[old + 1]; edge++) {
                builder.add(numberOf[target[edge]]);
            }
            builder.endOfRevision();
        }
        return builder.build();
    }

    /** Takes the edges revision by revision, in the order of their numbers. */
    static final class Builder {

        private final int[] start;
        private final int[] lastFrom;
        private int[] target;
        private int revision;
        private int edges;

        Builder(int revisions, int expectedEdges) {
            start = new int[revisions + 1];
            lastFrom = new int[revisions];
            target = new int[Math.max(expectedEdges, 4)];
        }

        /** Adds an edge unless the revision at hand has it already. */
        void add(int to) {
            if (lastFrom[to] == revision + 1) {
                return;
            }
            lastFrom[to] = revision + 1;
            if (edges == target.length) {
                target = Arrays.copyOf(target, 2 * edges);
            }
            target[edges++] = to;
        }

        void endOfRevision() {
            start[++revision] = edges;
        }

        Edges build() {
            return new Edges(start, Arrays.copyOf(target, edges));
        }
    }
}
