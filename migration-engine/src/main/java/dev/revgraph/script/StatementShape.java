package dev.revgraph.script;

import java.util.Locale;
import java.util.Set;

/**
 * What a statement is, as far as the rules about transactions, COPY and settings need to know: its first tokens in
 * upper case with one space between them, and a few marks found anywhere in it.
 */
final class StatementShape {

    /** Longer than any clause the rules look at; a list of columns may go beyond it. */
    private static final int LONGEST_OPENING = 4000;

    /** {@code CREATE UNIQUE INDEX CONCURRENTLY}. */
    private static final int DECIDED = 4;

    private static final int LONGEST_LITERAL = 40;

    /** Statements of other kinds are not written down; there are many of them and no rule looks at them. */
    private static final Set<String> OF_INTEREST = Set.of(
            "ABORT",
            "ALTER",
            "BEGIN",
            "CLUSTER",
            "COMMIT",
            "COPY",
            "CREATE",
            "DECLARE",
            "DISCARD",
            "DO",
            "DROP",
            "END",
            "LOCK",
            "PREPARE",
            "REINDEX",
            "RELEASE",
            "RESET",
            "ROLLBACK",
            "SAVEPOINT",
            "SET",
            "START",
            "VACUUM");

    private static final Set<String> SETTING = Set.of("SET", "RESET", "DISCARD");

    private final StringBuilder opening = new StringBuilder();
    private String firstWord = "";
    private boolean writing;
    private int written;
    private boolean empty = true;
    private boolean afterFrom;
    private boolean afterTo;
    private boolean fromClient;
    private boolean toClient;
    private boolean setsSomething;

    void start() {
        opening.setLength(0);
        firstWord = "";
        writing = false;
        written = 0;
        empty = true;
        afterFrom = false;
        afterTo = false;
        fromClient = false;
        toClient = false;
        setsSomething = false;
    }

    void token(SqlLexer lexer, int parentheses) {
        if (empty) {
            empty = false;
            firstWord = lexer.kind() == TokenKind.WORD ? lexer.token().toUpperCase(Locale.ROOT) : "";
            writing = OF_INTEREST.contains(firstWord);
        }
        if (lexer.kind() == TokenKind.WORD && lexer.is("set_config")) {
            setsSomething = true;
            writing = true;
        }
        if (writing) {
            write(lexer);
            note(lexer, parentheses);
        }
    }

    private void write(SqlLexer lexer) {
        if (++written > DECIDED && isDecided()) {
            return;
        }
        if (opening.length() < LONGEST_OPENING) {
            opening.append(opening.isEmpty() ? "" : " ").append(legible(lexer));
        }
    }

    /** What is created or dropped is said by then, and such statements are many and long. */
    private boolean isDecided() {
        return (firstWord.equals("CREATE") || firstWord.equals("DROP"))
                && !setsSomething
                && opening.indexOf("CREATE SUBSCRIPTION") != 0;
    }

    private static String legible(SqlLexer lexer) {
        return switch (lexer.kind()) {
            case QUOTED_IDENTIFIER -> "\"\"";
            case STRING ->
                lexer.end() - lexer.start() > LONGEST_LITERAL
                        ? "''"
                        : lexer.token().toUpperCase(Locale.ROOT).replace(' ', '_');
            default -> lexer.token().toUpperCase(Locale.ROOT);
        };
    }

    private void note(SqlLexer lexer, int parentheses) {
        if (firstWord.equals("COPY") && parentheses == 0) {
            boolean word = lexer.kind() == TokenKind.WORD;
            boolean client = word && (lexer.is("stdin") || lexer.is("stdout"));
            fromClient |= client && afterFrom;
            toClient |= client && afterTo;
            afterFrom = word && lexer.is("from");
            afterTo = word && lexer.is("to");
        }
        if (firstWord.equals("DO") && lexer.kind() == TokenKind.STRING) {
            setsSomething |= lexer.token().toUpperCase(Locale.ROOT).contains("SET");
        }
    }

    /** In upper case; empty if the statement begins with no word. */
    String firstWord() {
        return firstWord;
    }

    /** {@code CREATE INDEX}; what else an opening begins with where it does not begin with two words. */
    String firstTwoWords() {
        int end = opening.indexOf(" ", opening.indexOf(" ") + 1);
        return end < 0 ? opening.toString() : opening.substring(0, end);
    }

    /** The first tokens, {@code CREATE INDEX CONCURRENTLY …}; empty for kinds of statements without rules. */
    String opening() {
        return opening.toString();
    }

    /** A COPY whose data comes from the client: inline in the file. The server takes STDOUT for the same thing. */
    boolean copiesFromClient() {
        return fromClient;
    }

    boolean copiesToClient() {
        return toClient;
    }

    /** Whether it may leave the session with other settings than before. */
    boolean changesSession() {
        return setsSomething || SETTING.contains(firstWord);
    }
}
