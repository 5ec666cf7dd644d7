package dev.revgraph.script;

import java.util.ArrayList;
import java.util.List;

/** Collects the placeholders of the tokens it is shown; quoted text counts. */
final class PlaceholderUses {

    private static final String OPENING = "${";

    private final List<PlaceholderUse> uses = new ArrayList<>();

    /** The next place a placeholder may begin at; found once for many tokens, so that the whole stays one pass. */
    private int candidate = -1;

    void token(SqlLexer lexer) {
        String text = lexer.text();
        int line = lexer.line();
        int counted = lexer.start();
        if (candidate < lexer.start()) {
            candidate = find(text, lexer.start());
        }
        while (candidate < lexer.end()) {
            int at = candidate;
            int end = TokenExtent.ofPlaceholder(text, at, lexer.end());
            if (end > 0) {
                line += newlines(text, counted, at);
                counted = at;
                uses.add(new PlaceholderUse(text.substring(at + OPENING.length(), end - 1), at, end, line));
            }
            candidate = find(text, at + 1);
        }
    }

    List<PlaceholderUse> uses() {
        return uses;
    }

    private static int find(String text, int from) {
        int found = text.indexOf(OPENING, from);
        return found < 0 ? Integer.MAX_VALUE : found;
    }

    private static int newlines(String text, int from, int to) {
        return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
    }
}
