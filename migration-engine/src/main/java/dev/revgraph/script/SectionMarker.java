package dev.revgraph.script;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that begins a section of a revision file: {@code -- +upgrade}, {@code -- +downgrade}.
 *
 * @param name what follows the plus sign, as written
 * @param rest the text after it
 */
record SectionMarker(String name, String rest) {

    static final String UPGRADE = "upgrade";
    static final String DOWNGRADE = "downgrade";

    private static final Pattern IRREVERSIBLE = Pattern.compile("irreversible\\s*:?\\s*(.*)", Pattern.DOTALL);

    private static final Pattern ALMOST = Pattern.compile(
            "[-\\s]*(\\+*)\\s*(upgrade|downgrade)\\s*(?::|irreversible\\b.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /**
     * The section that a comment within this one probably was to begin: taken for a comment it would make the statements
     * below it a part of what they undo.
     */
    Optional<String> almostOther(String comment) {
        Matcher matcher = ALMOST.matcher(Blanks.ordinary(comment));
        if (isMarker(comment) || !matcher.matches()) {
            return Optional.empty();
        }
        String almost = matcher.group(2).toLowerCase(Locale.ROOT);
        return matcher.group(1).isEmpty() && almost.equals(name) ? Optional.empty() : Optional.of(almost);
    }

    /** Whether a comment has the form of a marker, known or not. */
    static boolean isMarker(String comment) {
        int plus = plus(comment);
        return comment.startsWith("+", plus) && plus + 1 < comment.length() && isLetter(comment.charAt(plus + 1));
    }

    private static int plus(String comment) {
        int i = 2;
        while (i < comment.length() && SqlCharacters.isSpace(comment.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isNamePart(char c) {
        return isLetter(c) || c == '_' || c == '-';
    }

    /** Whether a comment is one of the two markers that exist. */
    static boolean opensSection(String comment) {
        return isMarker(comment) && of(comment).isKnown();
    }

    static SectionMarker of(String comment) {
        if (!isMarker(comment)) {
            throw new AssertionError("not a section marker: " + comment);
        }
        int from = plus(comment) + 1;
        int to = from;
        while (to < comment.length() && isNamePart(comment.charAt(to))) {
            to++;
        }
        return new SectionMarker(
                comment.substring(from, to), comment.substring(to).strip());
    }

    boolean isKnown() {
        return isUpgrade() || isDowngrade();
    }

    boolean isUpgrade() {
        return name.equals(UPGRADE);
    }

    boolean isDowngrade() {
        return name.equals(DOWNGRADE);
    }

    boolean isIrreversible() {
        return isDowngrade() && rest.startsWith("irreversible");
    }

    /** Why it is irreversible; empty if the marker does not say. */
    String reason() {
        Matcher matcher = IRREVERSIBLE.matcher(rest);
        return matcher.matches() ? matcher.group(1).strip() : "";
    }

    @Override
    public String toString() {
        return "-- +" + name;
    }
}
