package dev.revgraph.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the tokens of a statement one after the other. */
final class StatementReader {

    private final List<String> tokens;
    private int at;

    StatementReader(List<String> tokens) {
        this.tokens = tokens;
    }

    /** Goes on behind these key words if they come next. */
    boolean take(String... words) {
        if (at + words.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(at + i).equalsIgnoreCase(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    /** Goes on behind a list in parentheses, if one comes next. */
    void skipParentheses() {
        if (take("(")) {
            while (at < tokens.size() && !take(")")) {
                at++;
            }
        }
    }

    /** A name as SQL, qualified if it is written so; {@code null} if none comes next. */
    @Nullable String name() {
        if (at >= tokens.size() || !isName(tokens.get(at))) {
            return null;
        }
        StringBuilder name = new StringBuilder(tokens.get(at++));
        while (at + 1 < tokens.size() && tokens.get(at).equals(".") && isName(tokens.get(at + 1))) {
            name.append('.').append(tokens.get(at + 1));
            at += 2;
        }
        return name.toString();
    }

    private static boolean isName(String token) {
        char first = token.charAt(0);
        return first == '"' || first == '_' || Character.isLetter(first);
    }
}
