package dev.revgraph.drawing;

import dev.revgraph.drawing.Lanes.Row;
import dev.revgraph.graph.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The graph as a picture for browsers: a document of its own, or part of a page; without scripts, and light or dark as
 * its surroundings are. It is laid out here, in the lanes of {@link TextDrawing}, so that nothing else is needed to look
 * at it. Dependencies are dotted lines.
 */
public final class SvgDrawing {

    static final int ROW = 50;
    private static final int LANE = 22;
    private static final int LEFT = 34;
    private static final int TOP = 74;
    private static final int BOTTOM = 22;
    private static final int LONGEST = 100;

    /** Wide enough for the letters of any of the fonts. */
    private static final double ID_LETTER = 8;

    private static final double TEXT_LETTER = 7.4;

    private final Picture picture;
    private final List<Row> rows;
    private final Set<RevisionId> heads;
    private final Markup markup = new Markup();

    private SvgDrawing(Picture picture) {
        this.picture = picture;
        this.rows = Lanes.of(picture, true);
        this.heads = new LinkedHashSet<>(picture.graph().heads());
    }

    /** Draws it: one {@code svg} element, which ends in a line feed. */
    public static String of(Picture picture) {
        return new SvgDrawing(picture).draw();
    }

    private String draw() {
        int wordsAt = LEFT + Lanes.width(rows) * LANE;
        int width = Math.max(460, wordsAt + (int) widest() + 24);
        int height = TOP + Math.max(1, rows.size()) * ROW + BOTTOM;
        markup.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"revgraph\" role=\"img\" aria-label=\"Revision graph\""
                        + " width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">",
                width, height, width, height);
        markup.add("<title>Revision graph</title>").add(SvgStyle.CSS);
        markup.add("<rect class=\"paper\" width=\"%s\" height=\"%s\" rx=\"12\"/>", width, height);
        headline(width);
        markup.add("<g>");
        for (int i = 0; i < rows.size(); i += 2) {
            markup.add(
                    "<rect class=\"band\" x=\"10\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"8\"/>",
                    y(i) - ROW / 2, width - 20, ROW);
        }
        markup.add("</g>").add("<g>");
        SvgEdges edges = new SvgEdges(markup);
        for (int i = 0; i < rows.size(); i++) {
            edges.draw(rows.get(i), i);
        }
        markup.add("</g>");
        for (int i = 0; i < rows.size(); i++) {
            revision(i, wordsAt);
        }
        return markup.add("</svg>").toString();
    }

    private void headline(int width) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String state : List.of("applied", "pending", "running", "unknown", "modified", "out-of-order")) {
            int count = (int) picture.revisions().stream()
                    .filter(id -> picture.state(id).equals(state))
                    .count();
            if (count > 0) {
                counts.put(state, count);
            }
        }
        List<String> parts = new ArrayList<>();
        parts.add(rows.size() + (rows.size() == 1 ? " revision" : " revisions"));
        counts.forEach((state, count) -> parts.add(count + " " + state));
        markup.add("<text class=\"headline\" x=\"24\" y=\"32\">Revision graph</text>");
        markup.add("<text class=\"soft\" x=\"24\" y=\"52\">%s</text>", String.join("  ·  ", parts));
        markup.add("<line class=\"rule\" x1=\"10\" x2=\"%s\" y1=\"65.5\" y2=\"65.5\"/>", width - 10);
    }

    private void revision(int row, int wordsAt) {
        RevisionId id = rows.get(row).revision();
        int lane = rows.get(row).lane();
        String state = picture.state(id);
        String description = picture.description(id);
        markup.add("<g class=\"revision %s l%s\">", state, colour(lane));
        markup.add("<title>%s</title>", title(id, state, description));
        if (picture.current().contains(id)) {
            markup.add("<circle class=\"ring\" cx=\"%s\" cy=\"%s\" r=\"11\"/>", x(lane), y(row));
        }
        markup.add("<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"7\"/>", x(lane), y(row));
        markup.add("<text class=\"id\" x=\"%s\" y=\"%s\">%s</text>", wordsAt, y(row) - 4, id.value());
        double at = wordsAt + id.value().length() * ID_LETTER + 10;
        for (Map.Entry<String, String> chip : chips(id).entrySet()) {
            double wide = chipWidth(chip.getKey());
            markup.add("<g class=\"chip %s\">", chip.getValue());
            markup.add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"17\" rx=\"8.5\"/>", tidy(at), y(row) - 17, wide);
            markup.add(
                    "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text></g>",
                    tidy(at + wide / 2), y(row) - 5, chip.getKey());
            at += wide + 6;
        }
        markup.add("<text class=\"soft\" x=\"%s\" y=\"%s\">%s</text>", wordsAt, y(row) + 14, words(id));
        markup.add("</g>");
    }

    /** What is shown beside the id, with its class. */
    private Map<String, String> chips(RevisionId id) {
        Map<String, String> chips = new LinkedHashMap<>();
        if (picture.current().contains(id)) {
            chips.put("current", "now");
        }
        if (heads.contains(id)) {
            chips.put("head", "plain");
        }
        String state = picture.state(id);
        if (!state.isEmpty() && !state.equals("applied")) {
            chips.put(state, SvgStyle.chip(state));
        }
        picture.labels(id).forEach(label -> chips.put("⎇ " + label, "plain"));
        return chips;
    }

    private String words(RevisionId id) {
        String description = picture.description(id);
        String shown = description.length() <= LONGEST ? description : description.substring(0, LONGEST - 1) + "…";
        List<String> needed =
                picture.graph().dependencies(id).stream().map(RevisionId::value).toList();
        return needed.isEmpty() ? shown : (shown + "  (depends on " + String.join(", ", needed) + ")").strip();
    }

    private String title(RevisionId id, String state, String description) {
        List<String> parents =
                picture.graph().parents(id).stream().map(RevisionId::value).toList();
        return id.value() + (state.isEmpty() ? "" : " (" + state + ")")
                + (description.isEmpty() ? "" : "\n" + description)
                + "\nrevises " + (parents.isEmpty() ? "base" : String.join(", ", parents));
    }

    private double widest() {
        return picture.revisions().stream()
                .mapToDouble(id -> Math.max(
                        words(id).length() * TEXT_LETTER,
                        id.value().length() * ID_LETTER
                                + 10
                                + chips(id).keySet().stream()
                                        .mapToDouble(chip -> chipWidth(chip) + 6)
                                        .sum()))
                .max()
                .orElse(0);
    }

    private static double chipWidth(String text) {
        return tidy(text.length() * 6.4 + 16);
    }

    private static double tidy(double number) {
        return Math.round(number * 10) / 10.0;
    }

    static int colour(int lane) {
        return lane % SvgStyle.COLOURS;
    }

    static int x(int lane) {
        return LEFT + lane * LANE;
    }

    static int y(int row) {
        return TOP + row * ROW + ROW / 2;
    }
}
