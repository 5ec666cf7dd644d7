package dev.revgraph.script;

import java.util.regex.Pattern;

/** Text pasted from a page of the web or a word processor holds blanks that look like spaces, and some that do not look. */
final class Blanks {

    private static final Pattern LIKE_SPACES = Pattern.compile("\\p{Z}");

    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");

    private Blanks() {}

    /** The text with ordinary spaces in their place, and none around it. */
    static String ordinary(String text) {
        return text.chars().allMatch(c -> c < 128)
                ? text.strip()
                : INVISIBLE
                        .matcher(LIKE_SPACES.matcher(text).replaceAll(" "))
                        .replaceAll("")
                        .strip();
    }
}
