package dev.revgraph.drawing;

import dev.revgraph.graph.RevisionId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The graph as a Mermaid flowchart, which Markdown viewers draw: arrows lead from a revision to what it revises, dotted
 * ones to what it depends on.
 */
public final class MermaidDrawing {

    private static final String CLASSES = """
                classDef applied fill:#d1fae5,stroke:#059669,color:#064e3b
                classDef pending fill:#fef3c7,stroke:#d97706,color:#78350f
                classDef running fill:#fef3c7,stroke:#d97706,color:#78350f,stroke-width:3px
                classDef unknown fill:#cffafe,stroke:#0891b2,color:#164e63,stroke-dasharray:4
                classDef modified fill:#fee2e2,stroke:#dc2626,color:#7f1d1d
                classDef out-of-order fill:#fee2e2,stroke:#dc2626,color:#7f1d1d
                classDef current stroke-width:3px
            """;

    private MermaidDrawing() {}

    /** Draws it; every line ends in a line feed. */
    public static String of(Picture picture) {
        Map<RevisionId, String> names = new HashMap<>();
        picture.revisions().forEach(id -> names.put(id, "r" + names.size()));
        StringBuilder text = new StringBuilder("graph TD\n");
        for (RevisionId id : picture.revisions()) {
            String description = picture.description(id);
            text.append("    ")
                    .append(names.get(id))
                    .append("[\"")
                    .append(escaped(id.value()))
                    .append(description.isEmpty() ? "" : "<br/>" + escaped(description))
                    .append("\"]\n");
        }
        for (RevisionId id : picture.revisions()) {
            for (RevisionId parent : picture.graph().parents(id)) {
                edge(text, names.get(id), "-->", names.get(parent));
            }
            for (RevisionId needed : picture.graph().dependencies(id)) {
                edge(text, names.get(id), "-. depends on .->", names.get(needed));
            }
        }
        if (!picture.states().isEmpty()) {
            text.append(CLASSES);
            for (RevisionId id : picture.revisions()) {
                mark(text, names.get(id), picture.state(id));
                if (picture.current().contains(id)) {
                    mark(text, names.get(id), "current");
                }
            }
        }
        return text.toString();
    }

    private static void mark(StringBuilder text, @Nullable String name, String as) {
        text.append("    class ").append(name).append(' ').append(as).append('\n');
    }

    private static void edge(StringBuilder text, @Nullable String from, String arrow, @Nullable String to) {
        if (from != null && to != null) {
            text.append("    ")
                    .append(from)
                    .append(' ')
                    .append(arrow)
                    .append(' ')
                    .append(to)
                    .append('\n');
        }
    }

    /** Everything that Mermaid, Markdown or HTML might take for their own is written as a number. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || " .,:_-/()+=".indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.toString();
    }
}
