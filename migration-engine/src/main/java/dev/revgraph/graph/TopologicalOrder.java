package dev.revgraph.graph;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The order in which revisions can be applied: of those whose parents and dependencies are done, always the one with
 * the smallest number first. Numbered by id, the revisions therefore have one order on every machine.
 */
final class TopologicalOrder {

    private TopologicalOrder() {}

    /** The revisions that can be ordered; fewer than there are if some stand on a loop or above one. */
    static int[] of(Edges parents, Edges dependencies) {
        Edges children = parents.reversed();
        Edges dependents = dependencies.reversed();
        int size = parents.size();
        int[] missing = new int[size];
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < size; i++) {
            missing[i] = parents.count(i) + dependencies.count(i);
            if (missing[i] == 0) {
                ready.add(i);
            }
        }
        int[] order = new int[size];
        int done = 0;
        for (Integer next = ready.poll(); next != null; next = ready.poll()) {
            order[done++] = next;
            release(children, next, missing, ready);
            release(dependents, next, missing, ready);
        }
        return done == size ? order : Arrays.copyOf(order, done);
    }

    private static void release(Edges successors, int done, int[] missing, PriorityQueue<Integer> ready) {
        for (int edge = successors.first(done); edge < successors.end(done); edge++) {
            int successor = successors.target(edge);
            if (--missing[successor] == 0) {
                ready.add(successor);
            }
        }
    }
}
