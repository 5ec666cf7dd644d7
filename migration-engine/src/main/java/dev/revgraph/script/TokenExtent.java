package dev.revgraph.script;

import static dev.revgraph.script.SqlCharacters.isDigit;
import static dev.revgraph.script.SqlCharacters.isIdentifierPart;
import static dev.revgraph.script.SqlCharacters.isIdentifierStart;
import static dev.revgraph.script.SqlCharacters.isOperator;
import static dev.revgraph.script.SqlCharacters.isTagPart;

/** How far a token that begins at a position reaches; PostgreSQL's rules, as in its {@code scan.l}. */
final class TokenExtent {

    private TokenExtent() {}

    /**
     * The end of an identifier. A placeholder belongs to it, so <code>log_${suffix}</code> is one word and a space
     * before the placeholder makes it another text.
     */
    static int ofWord(String text, int from, int limit) {
        int i = from;
        while (i < limit) {
            char c = text.charAt(i);
            if (c == '$') {
                int placeholder = ofPlaceholder(text, i, limit);
                if (placeholder < 0 && i + 1 < limit && text.charAt(i + 1) == '{') {
                    return i;
                }
                i = placeholder < 0 ? i + 1 : placeholder;
            } else if (isIdentifierPart(c)) {
                i++;
            } else {
                return i;
            }
        }
        return limit;
    }

    /** The end of a placeholder that begins at the {@code $}; -1 if there is none. */
    static int ofPlaceholder(String text, int dollar, int limit) {
        int i = dollar + 2;
        if (i >= limit || text.charAt(dollar + 1) != '{' || !isPlaceholderStart(text.charAt(i))) {
            return -1;
        }
        while (i < limit && isPlaceholderPart(text.charAt(i))) {
            i++;
        }
        return i < limit && text.charAt(i) == '}' ? i + 1 : -1;
    }

    private static boolean isPlaceholderStart(char c) {
        return c < 128 && isIdentifierStart(c);
    }

    private static boolean isPlaceholderPart(char c) {
        return c < 128 && (isTagPart(c) || c == '.' || c == '-');
    }

    /** The end of the opening delimiter of a dollar quote, {@code $$} or {@code $tag$}; -1 if there is none. */
    static int ofDollarTag(String text, int dollar, int limit) {
        int i = dollar + 1;
        if (i < limit && isIdentifierStart(text.charAt(i))) {
            while (i < limit && isTagPart(text.charAt(i))) {
                i++;
            }
        }
        return i < limit && text.charAt(i) == '$' ? i + 1 : -1;
    }

    /** The end of {@code $1}. */
    static int ofParameter(String text, int dollar, int limit) {
        int i = dollar + 1;
        while (i < limit && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The end of a number; {@code 1..10} is a number, two dots, and another number. */
    static int ofNumber(String text, int from, int limit) {
        int i = digits(text, from, limit);
        if (i == from + 1 && text.charAt(from) == '0' && i < limit && "xXoObB".indexOf(text.charAt(i)) >= 0) {
            int end = i + 1;
            while (end < limit && text.charAt(end) < 128 && isTagPart(text.charAt(end))) {
                end++;
            }
            return end;
        }
        if (i < limit && text.charAt(i) == '.' && !(i + 1 < limit && text.charAt(i + 1) == '.')) {
            i = digits(text, i + 1, limit);
        }
        return exponent(text, i, limit);
    }

    private static int exponent(String text, int from, int limit) {
        if (from >= limit || (text.charAt(from) != 'e' && text.charAt(from) != 'E')) {
            return from;
        }
        int i = from + 1;
        if (i < limit && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
            i++;
        }
        return i < limit && isDigit(text.charAt(i)) ? digits(text, i, limit) : from;
    }

    private static int digits(String text, int from, int limit) {
        int i = from;
        while (i < limit && (isDigit(text.charAt(i)) || (text.charAt(i) == '_' && i > from))) {
            i++;
        }
        return i;
    }

    /**
     * The end of an operator. It stops before anything that begins a comment, and it gives back trailing signs unless
     * it holds a character that no operator of the SQL standard has: {@code =-1} is {@code =} and {@code -}.
     */
    static int ofOperator(String text, int from, int limit) {
        int end = from + 1;
        while (end < limit && isOperator(text.charAt(end)) && !startsComment(text, end, limit)) {
            end++;
        }
        if (end - from == 1 || !isSign(text.charAt(end - 1))) {
            return end;
        }
        for (int i = from; i < end - 1; i++) {
            if (SqlCharacters.permitsTrailingSign(text.charAt(i))) {
                return end;
            }
        }
        while (end - from > 1 && isSign(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    static boolean startsComment(String text, int at, int limit) {
        if (at + 1 >= limit) {
            return false;
        }
        char first = text.charAt(at);
        char second = text.charAt(at + 1);
        return (first == '-' && second == '-') || (first == '/' && second == '*');
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }
}
