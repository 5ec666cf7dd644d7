package dev.revgraph.graph;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text of a target. Only whether {@code x-1} is a name of its own needs the names of the graph. */
final class TargetParser {

    private static final Pattern STEPS = Pattern.compile("(.*)([+-])([0-9]+)", Pattern.DOTALL);
    private static final int MOST_DIGITS = 9;

    private TargetParser() {}

    static Target parse(String text, Names names) {
        int at = text.lastIndexOf('@');
        String branch = at < 0 ? null : text.substring(0, at);
        String rest = text.substring(at + 1);
        Target.Plain plain = new Target.Plain(text, branch, point(rest));
        Matcher steps = STEPS.matcher(rest);
        if (names.owner(rest) != null || !steps.matches()) {
            return plain;
        }
        Target.Relative relative = relative(text, branch, steps);
        if (relative.countsFromCurrent() && relative.steps() == 0) {
            return new Target.Plain(text, branch, Point.Word.CURRENT);
        }
        boolean canBeName = relative.counted() && steps.group(2).equals("-");
        return canBeName ? new Target.Undecided(plain, relative) : relative;
    }

    private static Target.Relative relative(String text, @Nullable String branch, Matcher steps) {
        String from = steps.group(1);
        int number = steps.group(3).length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(steps.group(3));
        Point point = from.isEmpty() ? Point.Word.CURRENT : point(from);
        return new Target.Relative(
                text, branch, point, !from.isEmpty(), steps.group(2).equals("+") ? number : -number);
    }

    private static Point point(String text) {
        for (Point.Word word : Point.Word.values()) {
            if (word.text().equals(text)) {
                return word;
            }
        }
        return new Point.Name(text);
    }
}
