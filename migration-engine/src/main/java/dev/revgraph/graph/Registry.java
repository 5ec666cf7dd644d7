package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who bears which name: ids and labels, each given once. Revisions are numbered by id. */
final class Registry {

    private static final Comparator<RevisionNode> BY_ID = Comparator.comparing(RevisionNode::id)
            .thenComparing(node -> node.origin().source())
            .thenComparingInt(node -> node.origin().line());

    private final List<RevisionNode> nodes;
    private final Map<RevisionId, Integer> ids = new HashMap<>();
    private final Map<RevisionId, Integer> labels = new HashMap<>();
    private final Set<RevisionId> foreign = new HashSet<>();

    private Registry(List<RevisionNode> nodes) {
        this.nodes = nodes;
        for (int i = 0; i < nodes.size(); i++) {
            ids.put(nodes.get(i).id(), i);
        }
    }

    /** The names in revision files, every one given twice being a problem. */
    static Registry ofFiles(Collection<RevisionNode> files, List<Problem> problems) {
        List<RevisionNode> unique = new ArrayList<>(files.size());
        for (RevisionNode node : files.stream().sorted(BY_ID).toList()) {
            RevisionNode last = unique.isEmpty() ? null : unique.get(unique.size() - 1);
            if (last != null && last.id().equals(node.id())) {
                problems.add(declaredTwice(last, node));
            } else {
                unique.add(node);
            }
        }
        Registry registry = new Registry(unique);
        for (int i = 0; i < unique.size(); i++) {
            for (Reference label : unique.get(i).labels()) {
                registry.checkLabel(i, label, problems);
            }
        }
        return registry;
    }

    /** The names in files, and those known only from a database as far as they are still free. */
    static Registry ofFilesAndForeign(Collection<RevisionNode> files, Collection<RevisionNode> foreign) {
        Set<RevisionId> taken = new HashSet<>();
        List<RevisionNode> nodes = new ArrayList<>(files);
        files.forEach(node -> taken.add(node.id()));
        Set<RevisionId> added = new HashSet<>();
        for (RevisionNode node : foreign.stream().sorted(BY_ID).toList()) {
            if (taken.add(node.id())) {
                nodes.add(node);
                added.add(node.id());
            }
        }
        nodes.sort(BY_ID);
        Registry registry = new Registry(nodes);
        registry.foreign.addAll(added);
        registry.giveLabels(false);
        registry.giveLabels(true);
        return registry;
    }

    private void giveLabels(boolean toForeign) {
        for (int i = 0; i < nodes.size(); i++) {
            for (Reference label : nodes.get(i).labels()) {
                boolean free = !toForeign || !ids.containsKey(label.name());
                if (isForeign(i) == toForeign && free) {
                    labels.putIfAbsent(label.name(), i);
                }
            }
        }
    }

    private void checkLabel(int owner, Reference label, List<Problem> problems) {
        RevisionNode node = nodes.get(owner);
        Integer revision = ids.get(label.name());
        if (revision != null) {
            problems.add(labelIsId(node, label, nodes.get(revision)));
            return;
        }
        Integer other = labels.putIfAbsent(label.name(), owner);
        if (other != null) {
            problems.add(labelTaken(node, label, nodes.get(other)));
        }
    }

    List<RevisionNode> nodes() {
        return nodes;
    }

    boolean isForeign(int number) {
        return foreign.contains(nodes.get(number).id());
    }

    /** The revision with this id. */
    @Nullable Integer revision(RevisionId id) {
        return ids.get(id);
    }

    /** The revision that declares this label. */
    @Nullable Integer labelled(RevisionId label) {
        return labels.get(label);
    }

    private static Problem declaredTwice(RevisionNode first, RevisionNode second) {
        return new Problem(
                ErrorCode.DUPLICATE_REVISION,
                second.id(),
                second.origin(),
                "Revision \"" + second.id() + "\" is declared twice, here and in " + first.origin() + ".",
                "Remove or rename one of the two.");
    }

    private static Problem labelIsId(RevisionNode node, Reference label, RevisionNode revision) {
        return new Problem(
                ErrorCode.DUPLICATE_REVISION,
                node.id(),
                Linker.place(node, label),
                "Revision \"" + node.id() + "\" carries the label \"" + label + "\", which is the id of a revision in "
                        + revision.origin() + "; ids and labels share one name space.",
                "Choose another label.",
                List.of(revision.id()));
    }

    private static Problem labelTaken(RevisionNode node, Reference label, RevisionNode owner) {
        boolean same = node.id().equals(owner.id());
        return new Problem(
                ErrorCode.DUPLICATE_REVISION,
                node.id(),
                Linker.place(node, label),
                same
                        ? "Revision \"" + node.id() + "\" carries the label \"" + label + "\" twice."
                        : "Revision \"" + node.id() + "\" carries the label \"" + label
                                + "\", which belongs to revision \"" + owner.id() + "\" in " + owner.origin()
                                + "; a label names one revision.",
                same ? "Remove one of the two." : "Remove the label from one of the two, or rename it.",
                same ? List.of() : List.of(owner.id()));
    }
}
