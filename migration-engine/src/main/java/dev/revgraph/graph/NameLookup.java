package dev.revgraph.graph;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the revision that a name in a target means: the exact one, else the only one that begins so. */
final class NameLookup {

    private final Names names;
    private final Command command;

    NameLookup(Names names, Command command) {
        this.names = names;
        this.command = command;
    }

    /** The revision that stands before {@code @}, by id, label or the beginning of one. */
    int branch(String name) {
        Integer exact = names.owner(name);
        if (exact != null) {
            return exact;
        }
        List<String> candidates = names.beginningWith(name);
        if (candidates.isEmpty()) {
            throw Unknown.branch(name, names);
        }
        if (candidates.size() > 1) {
            throw Unknown.branchPrefix(name, candidates);
        }
        return owner(candidates.get(0));
    }

    /** The revision that a target names, which must be in the lineage if there is one. */
    int revision(Target target, String name, @Nullable BitSet lineage) {
        Integer exact = names.owner(name);
        List<String> anywhere = exact == null ? names.beginningWith(name) : List.of(name);
        if (anywhere.isEmpty()) {
            throw Unknown.revision(name, names);
        }
        List<String> candidates = within(anywhere, lineage);
        if (candidates.isEmpty()) {
            throw Unknown.notInBranch(name, String.valueOf(target.branch()), command);
        }
        if (candidates.size() > 1) {
            throw Unknown.prefix(target, name, candidates, command);
        }
        return owner(candidates.get(0));
    }

    /** Names that begin so and whose revisions are in the lineage if there is one. */
    List<String> beginningWith(String prefix, @Nullable BitSet lineage) {
        return within(names.beginningWith(prefix), lineage);
    }

    boolean isUnique(String name, @Nullable BitSet lineage) {
        return names.owner(name) != null || beginningWith(name, lineage).size() == 1;
    }

    private List<String> within(List<String> candidates, @Nullable BitSet lineage) {
        return lineage == null
                ? candidates
                : candidates.stream().filter(name -> lineage.get(owner(name))).toList();
    }

    private int owner(String knownName) {
        Integer owner = names.owner(knownName);
        if (owner == null) {
            throw new IllegalStateException("The name \"" + knownName + "\" has no owner.");
        }
        return owner;
    }
}
