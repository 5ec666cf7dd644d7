package dev.revgraph.script;

import static dev.revgraph.script.SqlCharacters.isSpace;

/** How far quoted text and comments reach. {@link #UNCLOSED} where the end is missing. */
final class QuoteExtent {

    static final int UNCLOSED = -1;

    private QuoteExtent() {}

    /**
     * The end of a string in single quotes; a doubled quote is part of it.
     *
     * @param from after the opening quote
     * @param escapes whether a backslash takes the next character with it
     */
    static int ofString(String text, int from, int limit, boolean escapes) {
        int i = from;
        while (i < limit) {
            char c = text.charAt(i);
            if (c == '\\' && escapes) {
                i += 2;
            } else if (c != '\'') {
                i++;
            } else if (i + 1 < limit && text.charAt(i + 1) == '\'') {
                i += 2;
            } else {
                return i + 1;
            }
        }
        return UNCLOSED;
    }

    /**
     * Where a string goes on that was closed: strings with a line break between them are one string to the server.
     * {@link #UNCLOSED} if it does not go on.
     */
    static int continuation(String text, int after, int limit) {
        boolean newline = false;
        int i = after;
        while (i < limit) {
            char c = text.charAt(i);
            if (c == '-' && TokenExtent.startsComment(text, i, limit)) {
                i = ofLineComment(text, i, limit);
            } else if (isSpace(c)) {
                newline |= c == '\n' || c == '\r';
                i++;
            } else {
                return newline && c == '\'' ? i : UNCLOSED;
            }
        }
        return UNCLOSED;
    }

    /** The end of an identifier in double quotes; a doubled quote is part of it. */
    static int ofIdentifier(String text, int from, int limit) {
        int close = text.indexOf('"', from);
        while (close >= 0 && close + 1 < limit && text.charAt(close + 1) == '"') {
            close = text.indexOf('"', close + 2);
        }
        return close < 0 || close >= limit ? UNCLOSED : close + 1;
    }

    /**
     * The end of a dollar quote, nothing in it being special.
     *
     * @param delimiter {@code $$} or {@code $tag$}
     */
    static int ofDollarQuote(String text, String delimiter, int from, int limit) {
        int close = text.indexOf(delimiter, from);
        return close < 0 || close + delimiter.length() > limit ? UNCLOSED : close + delimiter.length();
    }

    static int ofLineComment(String text, int from, int limit) {
        int i = from;
        while (i < limit && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    /** The end of a comment between slash and star; such comments nest. */
    static int ofBlockComment(String text, int from, int limit) {
        int depth = 1;
        int i = from + 2;
        while (i + 1 < limit) {
            char first = text.charAt(i);
            char second = text.charAt(i + 1);
            if (first == '/' && second == '*') {
                depth++;
                i += 2;
            } else if (first == '*' && second == '/') {
                i += 2;
                depth--;
                if (depth == 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        return UNCLOSED;
    }
}
