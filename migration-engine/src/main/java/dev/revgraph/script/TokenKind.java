package dev.revgraph.script;

/** What a piece of SQL is, as far as splitting, checksums and checks care. White space is none. */
enum TokenKind {
    /** An unquoted identifier or key word; placeholders such as <code>${name}</code> may be part of it. */
    WORD,
    QUOTED_IDENTIFIER,
    /** Any quoted string, its prefix included: {@code 'a'}, {@code E'a'}, {@code U&'a'}, {@code B'0'}, {@code $$a$$}. */
    STRING,
    NUMBER,
    PARAMETER,
    OPEN_PAREN,
    CLOSE_PAREN,
    SEMICOLON,
    /** Operators and every other character. */
    SYMBOL,
    /** Where psql would read a command of its own. */
    BACKSLASH,
    LINE_COMMENT,
    BLOCK_COMMENT;

    /** Whether a token of this kind may reach over several lines. */
    boolean mayHoldNewlines() {
        return this == STRING || this == QUOTED_IDENTIFIER || this == BLOCK_COMMENT;
    }

    boolean isComment() {
        return this == LINE_COMMENT || this == BLOCK_COMMENT;
    }
}
