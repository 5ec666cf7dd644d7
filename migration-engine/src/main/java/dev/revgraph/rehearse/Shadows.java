package dev.revgraph.rehearse;

import dev.revgraph.ErrorCode;
import dev.revgraph.schema.model.SqlName;
import dev.revgraph.server.Login;
import dev.revgraph.server.Surroundings;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where shadow databases come from: made beside the target for the time of one command, or one that somebody has set
 * aside. Immutable and thread-safe.
 */
public final class Shadows {

    private static final Logger LOG = LoggerFactory.getLogger(Shadows.class);

    private static final String PREFIX = "revgraph_shadow_";

    /** What a process that was killed has left: nobody is connected, and the name says that it is old. */
    private static final String LEFT_OVER = """
            SELECT d.datname::text
              FROM pg_catalog.pg_database d
             WHERE d.datname ~ '^revgraph_shadow_[0-9]+_[0-9a-f]+$'
               AND pg_catalog.split_part(d.datname, '_', 3)::bigint < %d
               AND pg_catalog.pg_has_role(d.datdba, 'MEMBER')
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity a WHERE a.datname = d.datname)
             ORDER BY 1
            """;

    /** Seconds after which a shadow without a session is left over. */
    private static final long OLD = 60;

    private static final String NOT_ALLOWED = "42501";

    private final @Nullable Login target;
    private final @Nullable Login given;
    private final Clock clock;

    private Shadows(@Nullable Login target, @Nullable Login given, Clock clock) {
        this.target = target;
        this.given = given;
        this.clock = clock;
    }

    /** Made beside the target, by the target's role, and dropped afterwards. */
    public static Shadows beside(Login target) {
        return new Shadows(target, null, Clock.systemUTC());
    }

    /**
     * A database that is there for the purpose. It has to be empty but for extensions, and is empty again afterwards.
     *
     * @param target the database whose search path counts; {@code null} if there is none
     */
    public static Shadows given(Login shadow, @Nullable Login target) {
        return new Shadows(target, shadow, Clock.systemUTC());
    }

    /**
     * Opens one.
     *
     * @throws ShadowException if the role may not create a database, the given one is not empty, or no server answers
     */
    Shadow open() {
        try {
            return given == null ? make() : take(given);
        } catch (SQLException failure) {
            throw new ShadowException(
                    ErrorCode.SHADOW_UNAVAILABLE,
                    "There is no shadow database: " + message(failure) + ".",
                    "Name a server that answers with `--shadow-url jdbc:postgresql://host:port/database`.",
                    failure);
        }
    }

    private Shadow make() throws SQLException {
        Login login = Objects.requireNonNull(target, "A shadow is made beside something.");
        String name = PREFIX + clock.instant().getEpochSecond() + "_"
                + Integer.toHexString(new SecureRandom().nextInt() | 0x10000000);
        Surroundings surroundings;
        try (Connection connection = login.dataSource().getConnection()) {
            surroundings = Surroundings.of(connection);
            dropLeftOvers(connection);
            create(connection, name, surroundings);
        }
        PGSimpleDataSource dataSource = login.dataSource(name);
        dataSource.setCurrentSchema(surroundings.searchPath());
        return new Shadow(dataSource, surroundings, () -> drop(login, name));
    }

    private void dropLeftOvers(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        LEFT_OVER.formatted(clock.instant().getEpochSecond() - OLD))) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        for (String name : names) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP DATABASE IF EXISTS " + SqlName.quoted(name));
            } catch (SQLException usedAgain) {
                LOG.debug("The shadow database \"{}\" stays: {}", name, usedAgain.getMessage());
            }
        }
    }

    private static void create(Connection connection, String name, Surroundings surroundings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + SqlName.quoted(name) + " TEMPLATE template0 ENCODING "
                    + SqlName.literal(surroundings.encoding()) + surroundings.locale());
        } catch (SQLException refused) {
            if (!NOT_ALLOWED.equals(refused.getSQLState())) {
                throw refused;
            }
            throw new ShadowException(
                    ErrorCode.SHADOW_UNAVAILABLE,
                    "The role \"" + surroundings.role()
                            + "\" may not create a database, and a shadow database is needed to compare with. Nothing has"
                            + " been changed.",
                    "Let an administrator run `ALTER ROLE " + SqlName.quoted(surroundings.role())
                            + " CREATEDB`, or name an empty database with"
                            + " `--shadow-url jdbc:postgresql://host:port/database`.",
                    refused);
        }
    }

    private static void drop(Login login, String name) throws SQLException {
        try (Connection connection = login.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + SqlName.quoted(name) + " WITH (FORCE)");
        }
    }

    private Shadow take(Login login) throws SQLException {
        PGSimpleDataSource dataSource = login.dataSource();
        Surroundings surroundings;
        try (Connection connection =
                (target == null ? login : target).dataSource().getConnection()) {
            surroundings = Surroundings.of(connection);
        }
        if (target != null) {
            dataSource.setCurrentSchema(surroundings.searchPath());
        }
        try (Connection connection = dataSource.getConnection()) {
            Vacancy.require(connection);
        }
        return new Shadow(dataSource, surroundings, () -> {
            try (Connection connection = dataSource.getConnection()) {
                Vacancy.restore(connection);
            }
        });
    }

    /** The first line of what the server says, as a part of a sentence. */
    static String message(SQLException failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("\\.$", "");
    }
}
