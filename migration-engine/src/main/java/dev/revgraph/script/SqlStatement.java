package dev.revgraph.script;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One statement, ready to be sent to the server.
 *
 * @param text from its first to its last token, without the semicolon; comments inside it are kept
 * @param line the line of its first token in the file, counted from 1
 * @param data what to send to the server after the statement, if it is {@code COPY … FROM stdin}
 * @param changesSession whether it may leave the session with other settings ({@code SET}, {@code RESET},
 *     {@code DISCARD}, {@code set_config} anywhere, a {@code DO} block that sets something)
 */
public record SqlStatement(String text, int line, @Nullable CopyData data, boolean changesSession) {

    /** Names with a dot that an application has made up are listed nowhere: only the text gives them away. */
    private static final Pattern CUSTOM = Pattern.compile(
            "\\b(?:SET\\s+(?:SESSION\\s+)?|set_config\\s*\\(\\s*')([a-z_][\\w$]*(?:\\.[a-z_][\\w$]*)+)",
            Pattern.CASE_INSENSITIVE);

    /** The settings of the application's own, {@code app.tenant} for instance, that it may leave with another value. */
    public Set<String> customSettings() {
        Set<String> names = new TreeSet<>();
        if (changesSession) {
            CUSTOM.matcher(text)
                    .results()
                    .forEach(match -> names.add(match.group(1).toLowerCase(Locale.ROOT)));
        }
        return names;
    }

    /**
     * Whether it cannot be one of several statements of a transaction: PostgreSQL refuses it there, or it may end
     * transactions itself, as {@code CALL} does and a {@code DO} block with a {@code COMMIT}.
     */
    public boolean standsAlone() {
        return StatementWords.of(text).standAlone();
    }
}
