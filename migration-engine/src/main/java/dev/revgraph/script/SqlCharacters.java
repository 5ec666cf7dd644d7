package dev.revgraph.script;

/** Which characters make up which tokens in PostgreSQL's lexer. */
final class SqlCharacters {

    private static final String OPERATOR = "~!@#^&|`?+-*/%<>=";

    /** An operator that holds one of these may end in + or -. */
    private static final String NOT_IN_SQL_OPERATORS = "~!@#^&|`?%";

    private static final byte SPACE = 1;
    private static final byte IDENTIFIER_START = 2;
    private static final byte DIGIT = 4;
    private static final byte OPERATOR_PART = 8;

    private static final byte[] ASCII = new byte[128];

    static {
        " \t\n\r\f\u000B".chars().forEach(c -> ASCII[c] = SPACE);
        for (char c = 'a'; c <= 'z'; c++) {
            ASCII[c] = IDENTIFIER_START;
            ASCII[Character.toUpperCase(c)] = IDENTIFIER_START;
        }
        ASCII['_'] = IDENTIFIER_START;
        for (char c = '0'; c <= '9'; c++) {
            ASCII[c] = DIGIT;
        }
        OPERATOR.chars().forEach(c -> ASCII[c] = OPERATOR_PART);
    }

    private SqlCharacters() {}

    static boolean isSpace(char c) {
        return c < 128 && ASCII[c] == SPACE;
    }

    static boolean isDigit(char c) {
        return c < 128 && ASCII[c] == DIGIT;
    }

    static boolean isIdentifierStart(char c) {
        return c >= 128 || ASCII[c] == IDENTIFIER_START;
    }

    /** Characters of an identifier after the first; {@code $} is one of them, so {@code a$b$c} opens no quote. */
    static boolean isIdentifierPart(char c) {
        return isTagPart(c) || c == '$';
    }

    /** Characters of the tag of a dollar quote after the first. */
    static boolean isTagPart(char c) {
        return c >= 128 || (ASCII[c] & (IDENTIFIER_START | DIGIT)) != 0;
    }

    static boolean isOperator(char c) {
        return c < 128 && ASCII[c] == OPERATOR_PART;
    }

    /** Whether an operator may end in + or - because it holds this character. */
    static boolean permitsTrailingSign(char c) {
        return NOT_IN_SQL_OPERATORS.indexOf(c) >= 0;
    }
}
