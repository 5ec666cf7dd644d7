package dev.revgraph.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The tokens that a statement begins with, comments left out: what it is, and what it is about.
 *
 * @param tokens as they are written; names in quotes keep them
 * @param standAlone whether the statement cannot share a transaction with others
 * @param refusedInTransaction whether PostgreSQL refuses it inside a transaction; then it stands alone too
 */
public record StatementWords(List<String> tokens, boolean standAlone, boolean refusedInTransaction) {

    /** The longest clause that says what a statement is about, options included. */
    private static final int ENOUGH = 60;

    public StatementWords {
        tokens = List.copyOf(tokens);
    }

    /** What cannot be read as SQL has no words: the server will say what is wrong with it. */
    public static StatementWords of(String statement) {
        List<String> tokens = new ArrayList<>();
        StatementShape shape = new StatementShape();
        shape.start();
        boolean endsTransactions = false;
        int parentheses = 0;
        SqlLexer lexer = new SqlLexer(statement);
        try {
            while (tokens.size() < ENOUGH && lexer.next()) {
                if (lexer.kind().isComment()) {
                    continue;
                }
                parentheses += lexer.kind() == TokenKind.OPEN_PAREN ? 1 : 0;
                shape.token(lexer, parentheses);
                parentheses -= lexer.kind() == TokenKind.CLOSE_PAREN ? 1 : 0;
                tokens.add(lexer.token());
                endsTransactions |= lexer.kind() == TokenKind.STRING && mentionsTransactions(lexer.token());
            }
        } catch (LexicalException unreadable) {
            return new StatementWords(List.of(), false, false);
        }
        boolean refused = RefusedStatements.needsNoTransaction(shape);
        boolean alone =
                shape.firstWord().equals("CALL") || (shape.firstWord().equals("DO") && endsTransactions) || refused;
        return new StatementWords(tokens, alone, refused);
    }

    private static boolean mentionsTransactions(String body) {
        String upper = body.toUpperCase(Locale.ROOT);
        return upper.contains("COMMIT") || upper.contains("ROLLBACK");
    }
}
