package dev.revgraph.drawing;

import dev.revgraph.drawing.Lanes.Edge;
import dev.revgraph.drawing.Lanes.Row;
import dev.revgraph.graph.RevisionId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The graph with the characters of a typewriter, newest first: a line per revision, and between them the lines that
 * join, fork and cross. Dependencies are named, not drawn.
 */
public final class TextDrawing {

    /** Columns up to which what is said of revisions stands in columns of its own. */
    private static final int WIDEST_ALIGNED = 12;

    private static final Map<String, Character> SIGNS =
            Map.of("pending", 'o', "running", '~', "unknown", '?', "modified", '!', "out-of-order", '!');

    private final Picture picture;
    private final UnaryOperator<String> paint;
    private final List<Row> rows;
    private final Set<RevisionId> heads;
    private final Set<RevisionId> drawn;
    private final int columns;
    private final int idWidth;
    private final int stateWidth;
    private final StringBuilder text = new StringBuilder();

    private TextDrawing(Picture picture, UnaryOperator<String> paint) {
        this.picture = picture;
        this.paint = paint;
        this.rows = Lanes.of(picture, false);
        this.heads = new LinkedHashSet<>(picture.graph().heads());
        this.drawn = new LinkedHashSet<>(picture.revisions());
        int width = Lanes.width(rows);
        this.columns = width <= WIDEST_ALIGNED ? width : 0;
        this.idWidth = width(picture.revisions().stream().map(RevisionId::value).toList());
        this.stateWidth = width(picture.revisions().stream().map(picture::state).toList());
    }

    /**
     * Draws it; every line ends in a line feed.
     *
     * @param paint gives the word of a state its colour
     */
    public static String of(Picture picture, UnaryOperator<String> paint) {
        return new TextDrawing(picture, paint).draw();
    }

    private String draw() {
        for (Row row : rows) {
            revision(row);
            connect(row);
        }
        return text.toString();
    }

    private void revision(Row row) {
        int width = Math.max(Math.max(columns, row.lane() + 1), row.passing().length());
        char[] line = lanes(row.passing(), width);
        String state = picture.state(row.revision());
        line[2 * row.lane()] = picture.current().contains(row.revision()) ? '@' : SIGNS.getOrDefault(state, '*');
        StringBuilder words = new StringBuilder().append(line).append(' ');
        append(words, row.revision().value(), row.revision().value(), idWidth);
        append(words, state, paint.apply(state), stateWidth);
        words.append(picture.description(row.revision()))
                .append(' ')
                .append(picture.notes(row.revision(), heads, drawn));
        line(words.toString());
    }

    private static void append(StringBuilder words, String plain, String shown, int width) {
        if (width > 0) {
            words.append(shown).append(" ".repeat(width - plain.length() + 2));
        }
    }

    /** The lines below a revision; none if its only edge goes straight down. */
    private void connect(Row row) {
        BitSet there = (BitSet) row.passing().clone();
        there.set(row.lane(), !row.endsHere());
        if (row.moved() >= 0) {
            there.clear(row.moved());
        }
        int width = Math.max(Math.max(row.below().length(), row.passing().length()), row.lane() + 1);
        char[] first = lanes(there, width);
        row.edges().stream()
                .filter(edge -> Math.abs(edge.lane() - row.lane()) == 1)
                .forEach(edge -> there.set(edge.lane()));
        char[] second = lanes(there, width);
        boolean bent = row.moved() >= 0;
        boolean far = bent && slant(row.lane(), row.moved(), first, second);
        for (Edge edge : row.edges()) {
            if (edge.lane() != row.lane()) {
                bent = true;
                far |= slant(edge.lane(), row.lane(), first, second);
            }
        }
        if (bent) {
            line(new String(first));
        }
        if (far) {
            line(new String(second));
        }
    }

    /** Draws an edge to another column; the result is whether it takes a second line. */
    private static boolean slant(int to, int from, char[] first, char[] second) {
        int left = Math.min(to, from);
        int right = Math.max(to, from);
        boolean down = to > from;
        if (right - left == 1) {
            first[2 * left + 1] = down ? '\\' : '/';
            return false;
        }
        first[down ? 2 * left + 1 : 2 * right - 1] = down ? '\\' : '/';
        for (int column = 2 * left + 2; column <= 2 * right - 2; column++) {
            if (first[column] == ' ') {
                first[column] = '_';
            }
        }
        second[down ? 2 * right - 1 : 2 * left + 1] = down ? '\\' : '/';
        return true;
    }

    private static char[] lanes(BitSet busy, int width) {
        char[] line = new char[2 * width];
        Arrays.fill(line, ' ');
        busy.stream().filter(lane -> lane < width).forEach(lane -> line[2 * lane] = '|');
        return line;
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    private static int width(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }
}
