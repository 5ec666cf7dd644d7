package dev.revgraph.script;

/**
 * Counts {@code BEGIN … END} in the body of a function or procedure that is written in SQL ({@code BEGIN ATOMIC}), whose
 * semicolons end no statement. The rule is psql's: only if the statement begins with CREATE [OR REPLACE] FUNCTION or
 * PROCEDURE, only outside parentheses, and CASE counts once a BEGIN is open because it ends with END too.
 */
final class RoutineBody {

    private static final int COUNTED_WORDS = 4;

    private final char[] opening = new char[COUNTED_WORDS];
    private int words;
    private int depth;
    private int openedInLine;

    boolean isOpen() {
        return depth > 0;
    }

    /** The line of the outermost BEGIN. */
    int openedInLine() {
        return openedInLine;
    }

    void startStatement() {
        words = 0;
        depth = 0;
    }

    void word(SqlLexer lexer, int parentheses) {
        if (words < COUNTED_WORDS) {
            opening[words] = initial(lexer);
        }
        words++;
        if (parentheses > 0 || !createsRoutine()) {
            return;
        }
        if (lexer.is("begin")) {
            if (depth++ == 0) {
                openedInLine = lexer.line();
            }
        } else if (depth > 0 && lexer.is("case")) {
            depth++;
        } else if (depth > 0 && lexer.is("end")) {
            depth--;
        }
    }

    private static char initial(SqlLexer lexer) {
        if (lexer.is("create")) {
            return 'c';
        } else if (lexer.is("function")) {
            return 'f';
        } else if (lexer.is("procedure")) {
            return 'p';
        } else if (lexer.is("or")) {
            return 'o';
        }
        return lexer.is("replace") ? 'r' : ' ';
    }

    private boolean createsRoutine() {
        if (words < 2 || opening[0] != 'c') {
            return false;
        }
        return namesRoutine(1) || (opening[1] == 'o' && words > 3 && opening[2] == 'r' && namesRoutine(3));
    }

    private boolean namesRoutine(int word) {
        return opening[word] == 'f' || opening[word] == 'p';
    }
}
