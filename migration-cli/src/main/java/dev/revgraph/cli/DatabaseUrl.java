package dev.revgraph.cli;

import dev.revgraph.ErrorCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who connects: from a JDBC URL, or from the form that hosting providers use,
 * {@code postgres://user:pass@host:port/db}.
 *
 * @param jdbcUrl without user and password, unless the JDBC URL itself holds them
 */
public record DatabaseUrl(
        String jdbcUrl, @Nullable String username, @Nullable String password) {

    private static final String EXPECTED =
            "Write \"jdbc:postgresql://host:port/database\" or \"postgres://user:password@host:port/database\".";

    /**
     * Reads either form.
     *
     * @throws CommandException if it is neither; the message does not repeat it, since it may hold a password
     */
    public static DatabaseUrl parse(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return new DatabaseUrl(text, null, null);
        }
        if (text.startsWith("jdbc:")) {
            String product = text.split(":", 3)[1];
            throw new CommandException(
                    ErrorCode.NOT_POSTGRESQL,
                    "The URL is one of \"" + product + "\"; Revgraph works with PostgreSQL alone.",
                    EXPECTED,
                    (Throwable) null);
        }
        if (!text.startsWith("postgres://") && !text.startsWith("postgresql://")) {
            throw new CommandException(
                    ErrorCode.USAGE, "The database's URL has no form that is known.", EXPECTED, (Throwable) null);
        }
        return ofUri(text);
    }

    private static DatabaseUrl ofUri(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException malformed) {
            // Without the cause: its message is the URL, password and all.
            throw unreadable(malformed.getReason() + " at character " + malformed.getIndex());
        }
        if (String.valueOf(uri.getRawPath()).contains("@")) {
            throw unreadable("a \"/\" comes before the \"@\"");
        }
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        String place = authority.substring(at + 1);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String jdbcUrl = "jdbc:postgresql://" + place + path + query;
        if (at < 0) {
            return new DatabaseUrl(jdbcUrl, null, null);
        }
        String[] login = authority.substring(0, at).split(":", 2);
        return new DatabaseUrl(jdbcUrl, decoded(login[0]), login.length < 2 ? null : decoded(login[1]));
    }

    /** Without the URL itself, which may hold a password. */
    public static CommandException unreadable(String reason) {
        return new CommandException(
                ErrorCode.USAGE,
                "The database's URL cannot be read: " + reason + ".",
                EXPECTED + " In user and password, characters such as \"@\", \"/\" and \"#\" are written as"
                        + " \"%40\", \"%2F\" and \"%23\".",
                (Throwable) null);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "DatabaseUrl[username=" + username + "]";
    }
}
