package dev.revgraph.script;

import static dev.revgraph.script.SqlCharacters.isDigit;
import static dev.revgraph.script.SqlCharacters.isIdentifierStart;
import static dev.revgraph.script.SqlCharacters.isSpace;

/**
 * Cuts SQL into tokens by the rules of PostgreSQL's lexer (which psql shares), in one pass. It is a cursor: after
 * {@link #next()} the token is described by {@link #kind()}, {@link #start()}, {@link #end()} and {@link #line()}. The
 * one place where it follows the server rather than psql: a string that goes on after a line break
 * ({@code E'a'⏎'it\'s'}) keeps its rules for backslashes; psql forgets them at the end of the line.
 */
final class SqlLexer {

    private final String text;
    private int limit;
    private int position;
    private int lineAtPosition;
    private boolean standardStrings = true;

    private TokenKind kind = TokenKind.SYMBOL;
    private int start;
    private int line;

    /** Where the string just read goes on, and by which rule; -1 if it does not. */
    private int continuedAt = -1;

    private boolean continuedWithEscapes;

    /** While the rest of a COPY statement's line is read: where its data ends, and the limit from there on. */
    private int resumeAt = -1;

    private int limitAfterResume;

    SqlLexer(String text) {
        this.text = text;
        this.limit = text.length();
        this.lineAtPosition = 1;
    }

    String text() {
        return text;
    }

    TokenKind kind() {
        return kind;
    }

    int start() {
        return start;
    }

    int end() {
        return position;
    }

    /** The line the token begins in, counted from 1. */
    int line() {
        return line;
    }

    /** The token as it is written. */
    String token() {
        return text.substring(start, position);
    }

    boolean is(String word) {
        return position - start == word.length() && text.regionMatches(true, start, word, 0, word.length());
    }

    /** Whether nothing but white space stands before the token in its line. */
    boolean isFirstInLine() {
        for (int i = start - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The server's {@code standard_conforming_strings}: whether a backslash in {@code '…'} is an ordinary character. */
    void standardStrings(boolean on) {
        standardStrings = on;
    }

    boolean standardStrings() {
        return standardStrings;
    }

    /** Goes to the next token. False at the end of the text. */
    boolean next() {
        skipSpace();
        if (position >= limit) {
            return false;
        }
        start = position;
        line = lineAtPosition;
        position = read(text.charAt(start));
        if (kind.mayHoldNewlines()) {
            lineAtPosition = line + newlines(start, position);
        }
        return true;
    }

    /** Goes on after the line of the current token. */
    void skipLine() {
        position = lineEnd(position);
    }

    /**
     * Takes the data of the COPY statement that the current semicolon ends. What else stands in the semicolon's line is
     * read first, as psql does; then the text after the data.
     */
    CopyRange takeCopyData() {
        int lineEnd = lineEnd(position);
        if (resumeAt < 0) {
            limitAfterResume = limit;
            resumeAt = lineEnd;
        }
        int from = Math.min(resumeAt + 1, limitAfterResume);
        int firstLine = lineAtPosition + newlines(position, from);
        CopyRange range = CopyRange.find(text, from, limitAfterResume, firstLine);
        limit = lineEnd;
        resumeAt = range.after();
        return range;
    }

    private void skipSpace() {
        while (position < limit && isSpace(text.charAt(position))) {
            if (text.charAt(position) == '\n') {
                lineAtPosition++;
            }
            position++;
        }
        if (position >= limit && resumeAt >= 0) {
            lineAtPosition += newlines(position, resumeAt);
            position = resumeAt;
            limit = limitAfterResume;
            resumeAt = -1;
            skipSpace();
        }
    }

    private int read(char c) {
        if (c == '\'') {
            boolean escapes = start == continuedAt ? continuedWithEscapes : !standardStrings;
            return string(start + 1, escapes);
        }
        if (isIdentifierStart(c)) {
            return wordOrPrefixedString(c);
        }
        if (isDigit(c) || (c == '.' && start + 1 < limit && isDigit(text.charAt(start + 1)))) {
            return token(TokenKind.NUMBER, TokenExtent.ofNumber(text, start, limit));
        }
        if (TokenExtent.startsComment(text, start, limit)) {
            return comment(c);
        }
        if (SqlCharacters.isOperator(c)) {
            return token(TokenKind.SYMBOL, TokenExtent.ofOperator(text, start, limit));
        }
        return switch (c) {
            case '"' -> quotedIdentifier(start + 1);
            case '$' -> dollar();
            case '(' -> token(TokenKind.OPEN_PAREN, start + 1);
            case ')' -> token(TokenKind.CLOSE_PAREN, start + 1);
            case ';' -> token(TokenKind.SEMICOLON, start + 1);
            case '\\' -> token(TokenKind.BACKSLASH, start + 1);
            case ':' -> token(TokenKind.SYMBOL, followedBy(':') || followedBy('=') ? start + 2 : start + 1);
            case '.' -> token(TokenKind.SYMBOL, followedBy('.') ? start + 2 : start + 1);
            default -> token(TokenKind.SYMBOL, start + 1);
        };
    }

    private int token(TokenKind found, int end) {
        kind = found;
        return end;
    }

    private int wordOrPrefixedString(char c) {
        if (followedBy('\'')) {
            switch (c) {
                case 'e', 'E' -> {
                    return string(start + 2, true);
                }
                case 'b', 'B', 'x', 'X' -> {
                    return string(start + 2, false);
                }
                case 'n', 'N' -> {
                    return string(start + 2, !standardStrings);
                }
                default -> {}
            }
        }
        if ((c == 'u' || c == 'U') && followedBy('&') && start + 2 < limit) {
            if (text.charAt(start + 2) == '\'') {
                return string(start + 3, false);
            }
            if (text.charAt(start + 2) == '"') {
                return quotedIdentifier(start + 3);
            }
        }
        return token(TokenKind.WORD, TokenExtent.ofWord(text, start, limit));
    }

    private int string(int from, boolean escapes) {
        int end = closed(
                QuoteExtent.ofString(text, from, limit, escapes),
                "A string is opened in this line and never closed.",
                "Close it with a single quote.");
        continuedAt = QuoteExtent.continuation(text, end, limit);
        continuedWithEscapes = escapes;
        return token(TokenKind.STRING, end);
    }

    private int quotedIdentifier(int from) {
        int end = closed(
                QuoteExtent.ofIdentifier(text, from, limit),
                "A quoted identifier is opened in this line and never closed.",
                "Close it with a double quote.");
        return token(TokenKind.QUOTED_IDENTIFIER, end);
    }

    private int dollar() {
        if (start + 1 < limit && isDigit(text.charAt(start + 1))) {
            return token(TokenKind.PARAMETER, TokenExtent.ofParameter(text, start, limit));
        }
        if (TokenExtent.ofPlaceholder(text, start, limit) > 0) {
            return token(TokenKind.WORD, TokenExtent.ofWord(text, start, limit));
        }
        int opened = TokenExtent.ofDollarTag(text, start, limit);
        if (opened < 0) {
            return token(TokenKind.SYMBOL, start + 1);
        }
        String delimiter = text.substring(start, opened);
        int end = closed(
                QuoteExtent.ofDollarQuote(text, delimiter, opened, limit),
                "A dollar quote is opened in this line with " + delimiter + " and never closed.",
                "Close it with the same " + delimiter + ".");
        return token(TokenKind.STRING, end);
    }

    private int comment(char c) {
        if (c == '-') {
            return token(TokenKind.LINE_COMMENT, QuoteExtent.ofLineComment(text, start, limit));
        }
        int end = closed(
                QuoteExtent.ofBlockComment(text, start, limit),
                "A comment is opened in this line with /* and never closed.",
                "Close it with */; comments nest, so each /* inside it needs its own.");
        return token(TokenKind.BLOCK_COMMENT, end);
    }

    private int closed(int end, String problem, String action) {
        if (end == QuoteExtent.UNCLOSED) {
            throw new LexicalException(line, problem, action);
        }
        return end;
    }

    private int lineEnd(int from) {
        int newline = text.indexOf('\n', from);
        return newline < 0 || newline > limit ? limit : newline;
    }

    private boolean followedBy(char c) {
        return start + 1 < limit && text.charAt(start + 1) == c;
    }

    private int newlines(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                count++;
            }
        }
        return count;
    }
}
