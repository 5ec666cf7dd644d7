package dev.revgraph.drawing;

import dev.revgraph.graph.RevisionId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The graph in the language of Graphviz: {@code dot -Tpng}. Arrows lead from a revision to what it revises, dashed ones
 * to what it depends on.
 */
public final class DotDrawing {

    private static final String BEGIN = """
            digraph revisions {
              graph [rankdir=TB, nodesep=0.3, ranksep=0.35, bgcolor="transparent"];
              node [shape=box, style="rounded,filled", fillcolor="#eef2ff", color="#4f46e5", fontname="Helvetica", fontsize=11];
              edge [color="#6b7280", arrowsize=0.7, fontname="Helvetica", fontsize=9];
            """;

    private static final Map<String, String> COLOURS = Map.of(
            "applied", "fillcolor=\"#d1fae5\", color=\"#059669\"",
            "pending", "fillcolor=\"#fef3c7\", color=\"#d97706\"",
            "running", "fillcolor=\"#fef3c7\", color=\"#d97706\", penwidth=2",
            "unknown", "fillcolor=\"#cffafe\", color=\"#0891b2\", style=\"rounded,filled,dashed\"",
            "modified", "fillcolor=\"#fee2e2\", color=\"#dc2626\"",
            "out-of-order", "fillcolor=\"#fee2e2\", color=\"#dc2626\"");

    private DotDrawing() {}

    /** Draws it; every line ends in a line feed. */
    public static String of(Picture picture) {
        Set<RevisionId> drawn = new LinkedHashSet<>(picture.revisions());
        StringBuilder text = new StringBuilder(BEGIN);
        for (RevisionId id : picture.revisions()) {
            node(text, picture, id);
        }
        for (RevisionId id : picture.revisions()) {
            picture.graph().parents(id).stream().filter(drawn::contains).forEach(parent -> edge(text, id, parent, ""));
            picture.graph().dependencies(id).stream()
                    .filter(drawn::contains)
                    .forEach(needed -> edge(text, id, needed, " [style=dashed, label=\"depends on\"]"));
        }
        return text.append("}\n").toString();
    }

    private static void node(StringBuilder text, Picture picture, RevisionId id) {
        String description = picture.description(id);
        String state = picture.state(id);
        text.append("  ").append(quoted(id.value())).append(" [label=");
        text.append(quoted(description.isEmpty() ? id.value() : id.value() + "\n" + description));
        if (COLOURS.containsKey(state)) {
            text.append(", ").append(COLOURS.get(state)).append(", tooltip=").append(quoted(state));
        }
        text.append(picture.current().contains(id) ? ", peripheries=2" : "").append("];\n");
    }

    private static void edge(StringBuilder text, RevisionId from, RevisionId to, String attributes) {
        text.append("  ").append(quoted(from.value())).append(" -> ").append(quoted(to.value()));
        text.append(attributes).append(";\n");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
