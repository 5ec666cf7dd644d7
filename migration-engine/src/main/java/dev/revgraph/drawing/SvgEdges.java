package dev.revgraph.drawing;

import dev.revgraph.drawing.Lanes.Edge;
import dev.revgraph.drawing.Lanes.Row;
import dev.revgraph.graph.RevisionId;
import java.util.HashMap;
import java.util.Map;

/** Draws the lines between revisions, from top to bottom: each is finished where it ends. Not thread-safe. */
final class SvgEdges {

    /** A line on its way down. */
    private static final class Line {

        private final StringBuilder path;
        private final boolean dependency;
        private final int colour;
        private int lane;

        Line(int row, int lane, boolean dependency, int colour) {
            this.path = new StringBuilder("M" + SvgDrawing.x(lane) + " " + SvgDrawing.y(row));
            this.lane = lane;
            this.dependency = dependency;
            this.colour = colour;
        }

        /** Down to the middle of a row. */
        Line downTo(int row) {
            path.append("V").append(SvgDrawing.y(row));
            return this;
        }

        /** Into another lane, between this row and the next. */
        Line bend(int row, int to) {
            if (to == lane) {
                return this;
            }
            int half = SvgDrawing.y(row) + SvgDrawing.ROW / 2;
            int x = SvgDrawing.x(to);
            path.append("C")
                    .append(SvgDrawing.x(lane))
                    .append(' ')
                    .append(half)
                    .append(' ')
                    .append(x);
            path.append(' ').append(half).append(' ').append(x).append(' ').append(SvgDrawing.y(row + 1));
            lane = to;
            return this;
        }
    }

    private final Markup markup;

    /** The line that leads to a revision further down. */
    private final Map<RevisionId, Line> open = new HashMap<>();

    SvgEdges(Markup markup) {
        this.markup = markup;
    }

    void draw(Row row, int number) {
        Line arriving = open.remove(row.revision());
        if (arriving != null) {
            finish(arriving.downTo(number));
        }
        for (Edge edge : row.edges()) {
            draw(edge, row.lane(), number);
        }
    }

    private void draw(Edge edge, int from, int row) {
        int colour = SvgDrawing.colour(edge.opens() ? edge.lane() : from);
        Line line = new Line(row, from, edge.dependency(), colour).bend(row, edge.lane());
        Line before = open.get(edge.to());
        if (before == null) {
            open.put(edge.to(), line);
        } else if (edge.opens()) {
            // The older line bends into this column.
            finish(before.downTo(row).bend(row, edge.lane()));
            open.put(edge.to(), line);
        } else if (before.dependency && !edge.dependency()) {
            // What is solid must not fade into dots.
            finish(before.downTo(row + 1));
            open.put(edge.to(), line);
        } else {
            finish(from == edge.lane() ? line.downTo(row + 1) : line);
        }
    }

    private void finish(Line line) {
        markup.add("<path class=\"edge%s l%s\" d=\"%s\"/>", line.dependency ? " needs" : "", line.colour, line.path);
    }
}
