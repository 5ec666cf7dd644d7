package dev.revgraph.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Strongly connected components: two revisions are in one if each is reached from the other. Tarjan's algorithm, with a
 * stack of its own so that no chain is too long.
 */
final class Components {

    private final Edges[] kinds;
    private final int[] found;
    private final int[] low;
    private final int[] component;
    private final int[] open;
    private final int[] path;
    private final int[] edgesTaken;
    private final int[] sizes;
    private int openCount;
    private int foundCount;
    private int components;

    Components(int size, Edges... kinds) {
        this.kinds = kinds;
        found = new int[size];
        low = new int[size];
        component = new int[size];
        open = new int[size];
        path = new int[size];
        edgesTaken = new int[size];
        Arrays.fill(component, -1);
        for (int i = 0; i < size; i++) {
            if (found[i] == 0) {
                explore(i);
            }
        }
        sizes = new int[components];
        for (int c : component) {
            sizes[c]++;
        }
    }

    boolean connects(int one, int other) {
        return component[one] == component[other];
    }

    /** How many revisions are in one component with this one, itself included. */
    int sizeAround(int revision) {
        return sizes[component[revision]];
    }

    /** The members of every component that has more than one, in ascending order. */
    List<int[]> loops() {
        int[][] members = new int[components][];
        int[] filled = new int[components];
        List<int[]> loops = new ArrayList<>();
        for (int i = 0; i < component.length; i++) {
            int c = component[i];
            if (sizes[c] > 1) {
                if (filled[c] == 0) {
                    members[c] = new int[sizes[c]];
                    loops.add(members[c]);
                }
                members[c][filled[c]++] = i;
            }
        }
        return loops;
    }

    private void explore(int root) {
        int depth = 0;
        path[0] = root;
        discover(root);
        while (depth >= 0) {
            int at = path[depth];
            int next = nextTarget(at);
            if (next < 0) {
                close(at);
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[at]);
                }
            } else if (found[next] == 0) {
                path[++depth] = next;
                discover(next);
            } else if (component[next] < 0) {
                low[at] = Math.min(low[at], found[next]);
            }
        }
    }

    private void discover(int revision) {
        found[revision] = ++foundCount;
        low[revision] = foundCount;
        open[openCount++] = revision;
    }

    private int nextTarget(int from) {
        int edge = edgesTaken[from]++;
        for (Edges kind : kinds) {
            if (edge < kind.count(from)) {
                return kind.target(kind.first(from) + edge);
            }
            edge -= kind.count(from);
        }
        return -1;
    }

    private void close(int revision) {
        if (low[revision] != found[revision]) {
            return;
        }
        int member;
        do {
            member = open[--openCount];
            component[member] = components;
        } while (member != revision);
        components++;
    }
}
