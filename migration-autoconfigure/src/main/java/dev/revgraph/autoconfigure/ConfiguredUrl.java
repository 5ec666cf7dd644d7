package dev.revgraph.autoconfigure;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.util.ClassUtils;

/**
 * A URL as somebody has configured it. It is looked at before a driver or a pool is: what they cannot read they repeat in
 * log and exception, and it may hold a password.
 *
 * @param property where it stands
 * @param text it
 */
record ConfiguredUrl(String property, String text) {

    private static final String POSTGRES = "jdbc:postgresql:";
    private static final Pattern WITH_LOGIN = Pattern.compile("jdbc:postgresql://[^/?]*@");

    /** @throws DataSourceChoiceException if nothing can be done with it; does not show it */
    void requireReadable() {
        if (!text.startsWith("jdbc:")) {
            throw wrong("is no JDBC URL");
        }
        if (!text.startsWith(POSTGRES)) {
            return;
        }
        if (WITH_LOGIN.matcher(text).lookingAt()) {
            throw wrong("has a user in front of the host, which is not how JDBC URLs name one");
        }
        try {
            new PGSimpleDataSource().setURL(text);
        } catch (IllegalArgumentException unreadable) {
            // Repeats the URL, so it is nobody's cause.
            throw wrong("is a JDBC URL that the driver of PostgreSQL cannot read");
        }
    }

    /**
     * The class of the driver for it.
     *
     * @throws DataSourceChoiceException if there is none
     */
    String driver() {
        String known = DatabaseDriver.fromJdbcUrl(text).getDriverClassName();
        if (known != null && ClassUtils.isPresent(known, getClass().getClassLoader())) {
            return known;
        }
        try {
            return DriverManager.getDriver(text).getClass().getName();
        } catch (SQLException none) {
            throw wrong("begins with \"" + beginning() + "\", and there is no driver for that on the class path");
        }
    }

    private String beginning() {
        int end = text.indexOf(':', "jdbc:".length());
        return end < 0 ? "jdbc:" : text.substring(0, end + 1);
    }

    private DataSourceChoiceException wrong(String what) {
        String prefix = property.substring(0, property.lastIndexOf('.') + 1);
        return new DataSourceChoiceException(
                "The property \"" + property + "\" " + what + ". Nothing is run.",
                "Write `" + property + "` as \"jdbc:postgresql://host:port/database\", with user and password in `"
                        + prefix + "username` and `" + prefix + "password`.");
    }
}
