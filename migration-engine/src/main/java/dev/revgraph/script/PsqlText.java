package dev.revgraph.script;

/**
 * Writes statements so that psql sends them as they are. Outside quotes psql replaces {@code :name}, {@code :'name'} and
 * {@code :"name"} wherever it has a variable of that name, and it always has some ({@code HOST}, {@code DBNAME}); an
 * array slice {@code a[1:n]} looks the same. A space after the colon means the same to the server and nothing to psql.
 *
 * <p>One object follows the statements of one script in their order, since earlier ones may change how strings are read.
 * Not thread-safe.
 */
public final class PsqlText {

    private boolean standardStrings = true;

    /** The statement without a semicolon, and without the data of a COPY. */
    public String of(SqlStatement statement) {
        String text = statement.text();
        SqlLexer lexer = new SqlLexer(text);
        lexer.standardStrings(standardStrings);
        StatementShape shape = new StatementShape();
        shape.start();
        StringBuilder written = new StringBuilder(text.length() + 16);
        int copied = 0;
        int parentheses = 0;
        while (lexer.next()) {
            if (lexer.kind().isComment()) {
                continue;
            }
            if (lexer.kind() == TokenKind.OPEN_PAREN) {
                parentheses++;
            } else if (lexer.kind() == TokenKind.CLOSE_PAREN) {
                parentheses--;
            } else if (lexer.is(":") && begins(text, lexer.end())) {
                written.append(text, copied, lexer.end()).append(' ');
                copied = lexer.end();
            }
            shape.token(lexer, parentheses);
        }
        StringsSetting.apply(shape.opening(), lexer);
        standardStrings = lexer.standardStrings();
        return written.append(text, copied, text.length()).toString();
    }

    /** Whether a colon before this place makes a variable of it. */
    private static boolean begins(String text, int position) {
        if (position >= text.length()) {
            return false;
        }
        char c = text.charAt(position);
        return c == '_' || c == '\'' || c == '"' || c == '{' || c >= 0x80 || Character.isLetterOrDigit(c);
    }
}
