package dev.revgraph.backup;

import dev.revgraph.ErrorCode;
import dev.revgraph.schema.model.SqlName;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The database that a backup is read into, before it takes the place of another one. */
final class FreshDatabase {

    private static final int LONGEST_NAME = 63;
    private static final String NOT_ALLOWED = "42501";

    private FreshDatabase() {}

    static void create(Connection elsewhere, String fresh, Manifest manifest) throws SQLException {
        try (Statement statement = elsewhere.createStatement()) {
            statement.execute("CREATE DATABASE " + SqlName.quoted(fresh) + " TEMPLATE template0 ENCODING "
                    + SqlName.literal(manifest.encoding()) + manifest.locale());
        } catch (SQLException refused) {
            if (!NOT_ALLOWED.equals(refused.getSQLState())) {
                throw refused;
            }
            Role role = Role.of(elsewhere);
            throw new BackupException(
                    ErrorCode.PERMISSION_DENIED,
                    "The role \"" + role.name()
                            + "\" may not create a database, and a backup is restored into a fresh one."
                            + " Nothing has been changed.",
                    "Let an administrator run `ALTER ROLE " + SqlName.quoted(role.name())
                            + " CREATEDB`, or restore as a role that may: `--username`.");
        }
    }

    static void rename(Connection elsewhere, String from, String to) throws SQLException {
        try (Statement statement = elsewhere.createStatement()) {
            statement.execute(Swap.rename(from, to));
        }
    }

    /** Does nothing where it has got another name. */
    static void drop(Connection elsewhere, String fresh) throws SQLException {
        try (Statement statement = elsewhere.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + SqlName.quoted(fresh) + " WITH (FORCE)");
        }
    }

    /** Names are cut by the server where they are too long, which could make one of two. */
    static String name(String database, String suffix) {
        StringBuilder name = new StringBuilder(database);
        while ((name + suffix).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            name.setLength(name.offsetByCodePoints(name.length(), -1));
        }
        return name + suffix;
    }
}
