package dev.revgraph.guide;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares what a guide shows with what there is. An ellipsis in the guide stands for any text. */
public final class Shown {

    private static final String ANYTHING = "…";

    private Shown() {}

    /** Passes if the block stands somewhere in the text, line by line; white space at the ends of lines aside. */
    public static void in(Block block, String actual) {
        if (!pattern(trimmed(block.text())).matcher(trimmed(actual)).find()) {
            throw new AssertionError(block + " shows\n\n" + block.text() + "\nwhich does not stand in\n\n" + actual);
        }
    }

    /** Whether a text is what a guide shows. */
    public static boolean is(String shown, String actual) {
        return pattern(shown).matcher(actual).matches();
    }

    private static Pattern pattern(String shown) {
        return Pattern.compile(
                Arrays.stream(shown.split(ANYTHING, -1)).map(Pattern::quote).collect(Collectors.joining(".*?")),
                Pattern.DOTALL);
    }

    private static String trimmed(String text) {
        return text.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }
}
