package dev.revgraph.drawing;

import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is drawn. Immutable; drawings are made of it by {@link TextDrawing}, {@link MermaidDrawing}, {@link DotDrawing}
 * and {@link SvgDrawing}.
 *
 * @param graph the revisions with their edges
 * @param revisions those that are drawn, every one before its parents and dependencies: newest first
 * @param states {@code applied}, {@code pending}, … by revision; empty where no database was asked
 * @param current the current heads of the database
 */
public record Picture(
        RevisionGraph graph, List<RevisionId> revisions, Map<RevisionId, String> states, Set<RevisionId> current) {

    public Picture {
        revisions = List.copyOf(revisions);
        states = new TreeMap<>(states);
        current = new LinkedHashSet<>(current);
    }

    /** The state in one word; empty where no database was asked. */
    String state(RevisionId id) {
        return states.getOrDefault(id, "");
    }

    /** What the revision is for, without anything that a terminal would obey or that would break a line. */
    String description(RevisionId id) {
        return graph.get(id)
                .description()
                .replaceAll("[\\s\\p{Cntrl}\u2028\u2029]+", " ")
                .strip();
    }

    /** The branch labels that it carries. */
    List<String> labels(RevisionId id) {
        return graph.get(id).labels().stream()
                .map(label -> label.name().value())
                .toList();
    }

    /** What is special about it, in brackets: {@code (head, branch usage) (depends on x)}; empty for most. */
    String notes(RevisionId id, Set<RevisionId> heads, Set<RevisionId> drawn) {
        List<String> marks = new ArrayList<>();
        if (heads.contains(id)) {
            marks.add("head");
        }
        if (current.contains(id)) {
            marks.add("current");
        }
        labels(id).forEach(label -> marks.add("branch " + label));
        List<RevisionId> outside = graph.parents(id).stream()
                .filter(parent -> !drawn.contains(parent))
                .toList();
        String notes = part("", marks.stream().toList())
                + part("depends on ", names(graph.dependencies(id)))
                + part("revises ", names(outside));
        return notes.strip();
    }

    private static String part(String verb, List<String> names) {
        return names.isEmpty() ? "" : " (" + verb + String.join(", ", names) + ")";
    }

    private static List<String> names(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}
