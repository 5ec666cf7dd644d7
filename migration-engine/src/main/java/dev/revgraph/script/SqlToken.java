package dev.revgraph.script;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a statement, for those who want to know what the statement is about.
 *
 * @param text as it is written; names in quotes keep them
 * @param start where it begins in the statement
 * @param end where it ends
 * @param name whether it is a word or a quoted identifier
 */
public record SqlToken(String text, int start, int end, boolean name) {

    /** All tokens of a statement but its comments; none if it cannot be read as SQL. */
    public static List<SqlToken> of(String statement) {
        List<SqlToken> tokens = new ArrayList<>();
        SqlLexer lexer = new SqlLexer(statement);
        try {
            while (lexer.next()) {
                if (!lexer.kind().isComment()) {
                    boolean name = lexer.kind() == TokenKind.WORD || lexer.kind() == TokenKind.QUOTED_IDENTIFIER;
                    tokens.add(new SqlToken(lexer.token(), lexer.start(), lexer.end(), name));
                }
            }
        } catch (LexicalException unreadable) {
            return List.of();
        }
        return List.copyOf(tokens);
    }

    /** Whether it is this key word, written in any case and not in quotes. */
    public boolean is(String word) {
        return text.equalsIgnoreCase(word);
    }
}
