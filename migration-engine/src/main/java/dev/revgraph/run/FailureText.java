package dev.revgraph.run;

import dev.revgraph.run.StatementFailedException.FailedStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a failed statement the way a compiler does: numbered lines, a caret, and the server's own words. */
final class FailureText {

    /** Lines shown before and after the one that the server points at. */
    private static final int CONTEXT = 3;

    private static final int LONGEST = 2000;

    private FailureText() {}

    static String of(FailedStatement failed) {
        StringBuilder text = new StringBuilder();
        if (failed.text() != null) {
            excerpt(text, failed.text().lines().toList(), failed);
        }
        text.append("ERROR");
        if (failed.sqlState() != null) {
            text.append(' ').append(failed.sqlState());
        }
        text.append(": ").append(legible(failed.reason())).append('\n');
        append(text, "Detail", failed.detail());
        append(text, "Hint", failed.hint());
        return text.toString().stripTrailing();
    }

    private static void append(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append(name).append(": ").append(legible(value)).append('\n');
        }
    }

    /** The server quotes values of rows: they may be long, and hold what a terminal obeys. */
    static String legible(String words) {
        StringBuilder text = new StringBuilder();
        words.codePoints().limit(LONGEST).forEach(point -> {
            if (Character.isISOControl(point) && point != '\n') {
                text.append(String.format("\\u%04x", point));
            } else {
                text.appendCodePoint(point);
            }
        });
        return words.codePointCount(0, words.length()) > LONGEST ? text + "…" : text.toString();
    }

    private static void excerpt(StringBuilder text, List<String> lines, FailedStatement failed) {
        Caret caret = Caret.at(lines, failed.position());
        int first = failed.position() == 0 ? 0 : Math.max(0, caret.line - CONTEXT);
        int last = Math.min(lines.size() - 1, (failed.position() == 0 ? 0 : caret.line) + CONTEXT);
        // Of what Java sends, the lines are those of the statement.
        int firstNumber = failed.origin().line() == 0 ? 1 : failed.origin().line() - caret.line;
        int width = String.valueOf(firstNumber + last).length();
        for (int i = first; i <= last; i++) {
            text.append(("%" + width + "d | ").formatted(firstNumber + i))
                    .append(lines.get(i))
                    .append('\n');
            if (failed.position() > 0 && i == caret.line) {
                text.append(" ".repeat(width + 1))
                        .append("| ")
                        .append(" ".repeat(caret.column))
                        .append("^\n");
            }
        }
        text.append('\n');
    }

    /** A place in a text, counted from 0; without a position it is the beginning. */
    record Caret(int line, int column) {

        static Caret at(String text, int position) {
            return at(text.lines().toList(), position);
        }

        static Caret at(List<String> lines, int position) {
            int rest = Math.max(0, position - 1);
            for (int i = 0; i < lines.size(); i++) {
                // The server counts characters, not UTF-16 units.
                int length = lines.get(i).codePointCount(0, lines.get(i).length());
                if (rest <= length) {
                    return new Caret(i, rest);
                }
                rest -= length + 1;
            }
            return new Caret(0, 0);
        }
    }
}
