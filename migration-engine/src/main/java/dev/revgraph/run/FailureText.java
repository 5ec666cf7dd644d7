package dev.revgraph.run;

import dev.revgraph.run.StatementFailedException.FailedStatement;
import org.jspecify.annotations.Nullable;

/** Shows a failed statement the way a compiler does: numbered lines, a caret, and the server's own words. */
final class FailureText {

    private FailureText() {}

    static String of(FailedStatement failed) {
        StringBuilder text = new StringBuilder();
        if (failed.text() != null) {
            text.append(SqlExcerpt.of(
                            failed.text(), failed.position(), failed.origin().line()))
                    .append('\n');
        }
        text.append("ERROR");
        if (failed.sqlState() != null) {
            text.append(' ').append(failed.sqlState());
        }
        text.append(": ").append(failed.reason()).append('\n');
        append(text, "Detail", failed.detail());
        append(text, "Hint", failed.hint());
        return text.toString().stripTrailing();
    }

    private static void append(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append(name).append(": ").append(Legible.of(value)).append('\n');
        }
    }
}
