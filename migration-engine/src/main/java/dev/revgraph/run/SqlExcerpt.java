package dev.revgraph.run;

import java.util.List;

/**
 * The lines of a statement round the place that the server points at, numbered, with a caret below that place. Of a long
 * line only a window is shown: a statement may be one line of many megabytes.
 */
final class SqlExcerpt {

    /** Lines shown before and after the one that the server points at. */
    private static final int CONTEXT = 3;

    /** Characters shown of a line. */
    private static final int WIDTH = 160;

    private static final String LEFT_OUT = "…";

    private final StringBuilder text = new StringBuilder();
    private final List<String> lines;
    private final Place caret;
    private final boolean pointed;

    private SqlExcerpt(String sql, int position) {
        this.lines = sql.lines().toList();
        this.caret = Place.in(lines, position);
        this.pointed = position > 0;
    }

    /**
     * The excerpt; each line ends with a line break.
     *
     * @param position in characters counted from 1; 0 if the server points nowhere
     * @param lineOfPosition its line in the file, counted from 1; 0 for SQL that stands in no file
     */
    static String of(String sql, int position, int lineOfPosition) {
        return new SqlExcerpt(sql, position).write(lineOfPosition);
    }

    /** How many lines below the first one the place lies. */
    static int line(String sql, int position) {
        return Place.in(sql.lines().toList(), position).line;
    }

    private String write(int lineOfPosition) {
        int first = Math.max(0, caret.line - CONTEXT);
        int last = Math.min(lines.size() - 1, caret.line + CONTEXT);
        // Of what Java sends, the lines are those of the statement.
        int firstNumber = lineOfPosition == 0 ? 1 : lineOfPosition - caret.line;
        int digits = String.valueOf(firstNumber + last).length();
        for (int i = first; i <= last; i++) {
            text.append(("%" + digits + "d | ").formatted(firstNumber + i));
            boolean here = pointed && i == caret.line;
            String before = window(lines.get(i), here ? caret.column : 0);
            if (here) {
                text.append(" ".repeat(digits + 1)).append("| ").append(before).append("^\n");
            }
        }
        return text.toString();
    }

    /** Writes a line, or what surrounds a column of it; returns the blanks that lead to that column. */
    private String window(String line, int column) {
        int length = line.codePointCount(0, line.length());
        int from = length <= WIDTH ? 0 : Math.max(0, Math.min(column - WIDTH / 2, length - WIDTH));
        int start = line.offsetByCodePoints(0, from);
        int end = line.offsetByCodePoints(start, Math.min(WIDTH, length - from));
        String left = from > 0 ? LEFT_OUT : "";
        text.append(left)
                .append(line, start, end)
                .append(end < line.length() ? LEFT_OUT : "")
                .append('\n');
        // A tab is as wide below as it is above.
        return (left + line.substring(start, line.offsetByCodePoints(start, column - from)))
                .codePoints()
                .collect(
                        StringBuilder::new,
                        (blanks, point) -> blanks.append(point == '\t' ? '\t' : ' '),
                        StringBuilder::append)
                .toString();
    }

    /** A place in a text, counted from 0; without a position it is the beginning. */
    private record Place(int line, int column) {

        static Place in(List<String> lines, int position) {
            int rest = Math.max(0, position - 1);
            for (int i = 0; i < lines.size(); i++) {
                // The server counts characters, not UTF-16 units.
                int length = lines.get(i).codePointCount(0, lines.get(i).length());
                if (rest <= length) {
                    return new Place(i, rest);
                }
                rest -= length + 1;
            }
            return new Place(0, 0);
        }
    }
}
