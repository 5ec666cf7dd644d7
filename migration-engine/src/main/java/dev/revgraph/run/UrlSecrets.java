package dev.revgraph.run;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** Drivers repeat a URL that they cannot read, and a URL may hold a password. */
final class UrlSecrets {

    private static final Pattern PARAMETER = Pattern.compile("(?i)(password=)[^&;\\s]*");
    private static final Pattern LOGIN = Pattern.compile("//[^/\\s]*:[^\\s]*@");

    private UrlSecrets() {}

    /** The failure itself, or one that says the same without secrets; that one has no cause, which would tell them. */
    static SQLException hidden(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            String shown = hidden(message);
            if (!shown.equals(message)) {
                return new SQLException(shown, failure.getSQLState());
            }
        }
        return failure;
    }

    static String hidden(String text) {
        return LOGIN.matcher(PARAMETER.matcher(text).replaceAll("$1…")).replaceAll("//…@");
    }
}
