package dev.revgraph.graph;

import java.util.BitSet;

/**
 * The graph without its names: revisions are numbers, and every edge leads from a larger number to a smaller one. A
 * single sweep over the numbers therefore computes each closure, and ascending numbers are an order of application.
 */
final class Shape {

    private final Edges parents;
    private final Edges dependencies;
    private final Edges children;
    private final Edges dependents;

    Shape(Edges parents, Edges dependencies) {
        this.parents = parents;
        this.dependencies = dependencies;
        this.children = parents.reversed();
        this.dependents = dependencies.reversed();
    }

    int size() {
        return parents.size();
    }

    Edges parents() {
        return parents;
    }

    Edges dependencies() {
        return dependencies;
    }

    Edges children() {
        return children;
    }

    Edges dependents() {
        return dependents;
    }

    static BitSet only(int revision) {
        BitSet one = new BitSet(revision + 1);
        one.set(revision);
        return one;
    }

    /** What must be applied for these to be applied, themselves included. */
    BitSet below(BitSet revisions) {
        return down(revisions, true);
    }

    /** What cannot stay when these go, themselves included. */
    BitSet above(BitSet revisions) {
        return up(revisions, true);
    }

    /** These and what they revise, directly or not. */
    BitSet ancestors(BitSet revisions) {
        return down(revisions, false);
    }

    /** These and what revises them, directly or not. */
    BitSet descendants(BitSet revisions) {
        return up(revisions, false);
    }

    /** Ancestors, descendants and the revision itself. */
    BitSet lineage(int revision) {
        BitSet lineage = ancestors(only(revision));
        lineage.or(descendants(only(revision)));
        return lineage;
    }

    /** Those with none of the others above them, over either kind of edge. */
    BitSet maximal(BitSet revisions) {
        return top(revisions, true);
    }

    /** Those that none of the others descends from. */
    BitSet tips(BitSet revisions) {
        return top(revisions, false);
    }

    /** Everything that lies below one of these; one of them only if it lies below another one. */
    BitSet strictlyBelow(BitSet revisions) {
        return below(predecessors(revisions, true));
    }

    private BitSet top(BitSet revisions, boolean withDependencies) {
        BitSet top = (BitSet) revisions.clone();
        top.andNot(down(predecessors(revisions, withDependencies), withDependencies));
        return top;
    }

    private BitSet predecessors(BitSet revisions, boolean withDependencies) {
        BitSet predecessors = new BitSet(size());
        for (int i = revisions.nextSetBit(0); i >= 0; i = revisions.nextSetBit(i + 1)) {
            parents.mark(i, predecessors);
            if (withDependencies) {
                dependencies.mark(i, predecessors);
            }
        }
        return predecessors;
    }

    private BitSet down(BitSet revisions, boolean withDependencies) {
        BitSet reached = (BitSet) revisions.clone();
        for (int i = reached.length() - 1; i >= 0; i = reached.previousSetBit(i - 1)) {
            parents.mark(i, reached);
            if (withDependencies) {
                dependencies.mark(i, reached);
            }
        }
        return reached;
    }

    private BitSet up(BitSet revisions, boolean withDependents) {
        BitSet reached = (BitSet) revisions.clone();
        for (int i = reached.nextSetBit(0); i >= 0; i = reached.nextSetBit(i + 1)) {
            children.mark(i, reached);
            if (withDependents) {
                dependents.mark(i, reached);
            }
        }
        return reached;
    }
}
