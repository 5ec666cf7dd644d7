package dev.revgraph.test;

import dev.revgraph.rehearse.Shadows;
import dev.revgraph.server.Login;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server on which databases are made and dropped. A session that bears the name which the databases of this JVM begin
 * with tells others that they are in use, see {@link LeftOvers}. Thread-safe.
 */
final class Server {

    static final String PREFIX = "revgraph_test_";

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String DUPLICATE_DATABASE = "42P04";

    private final Login login;
    private final String run;
    private final Connection presence;
    private final AtomicInteger databases = new AtomicInteger();
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    private Server(Login login, String run, Connection presence) {
        this.login = login;
        this.run = run;
        this.presence = presence;
    }

    /**
     * Connects, and drops what runs that were killed have left there.
     *
     * @throws MigrationTestException if the server does not answer
     */
    static Server open(Login login) {
        String run = PREFIX + Integer.toHexString(new SecureRandom().nextInt() | 0x10000000);
        try {
            PGSimpleDataSource dataSource = Address.of(login);
            dataSource.setApplicationName(run);
            Connection presence = dataSource.getConnection();
            LeftOvers.drop(presence);
            Server server = new Server(login, run, presence);
            Runtime.getRuntime().addShutdownHook(new Thread(server::dropOwn, "revgraph-test-databases"));
            return server;
        } catch (SQLException failure) {
            throw MigrationTestException.silent(failure);
        }
    }

    /** How shadow databases are made on it. */
    Shadows shadows() {
        return Shadows.beside(login);
    }

    /** A name for a database that belongs to this JVM. */
    String newName() {
        return run + "_" + databases.incrementAndGet();
    }

    /** The name of a template that holds for this JVM alone, and goes with it. */
    String ownTemplate(String digest) {
        return run + "_t" + digest;
    }

    /** Opens a new connection each time it is asked. */
    PGSimpleDataSource dataSource(String database) {
        return Address.of(login, database);
    }

    void createEmpty(String database) {
        try {
            execute("CREATE DATABASE " + quoted(database) + " TEMPLATE template0");
        } catch (SQLException failure) {
            throw MigrationTestException.refused(failure);
        }
    }

    /** Whether the template was there to be copied. */
    boolean copy(String template, String database) {
        try {
            execute("CREATE DATABASE " + quoted(database) + " TEMPLATE " + quoted(template));
            markAsUsed(template);
            return true;
        } catch (SQLException failure) {
            if (NO_SUCH_DATABASE.equals(failure.getSQLState())) {
                return false;
            }
            throw MigrationTestException.refused(failure);
        }
    }

    /** Once in the life of a JVM. */
    private void markAsUsed(String template) {
        if (used.add(template)) {
            try {
                execute(LeftOvers.usedToday(template));
            } catch (SQLException atTheSameTime) {
                LOG.debug("Another run marks the template \"{}\": {}", template, atTheSameTime.getMessage());
            }
        }
    }

    /**
     * Makes a database a template under another name, in one step: whoever finds the name finds all of it. If another
     * process was first its template stays, and the database too.
     */
    void makeTemplate(String database, String template) {
        try {
            execute("ALTER DATABASE " + quoted(database) + " ALLOW_CONNECTIONS false");
            execute(LeftOvers.usedToday(database));
            execute("ALTER DATABASE " + quoted(database) + " RENAME TO " + quoted(template));
        } catch (SQLException failure) {
            if (!DUPLICATE_DATABASE.equals(failure.getSQLState())) {
                throw MigrationTestException.refused(failure);
            }
        }
    }

    /** Ends the sessions in it. */
    void drop(String database) {
        try {
            execute("DROP DATABASE IF EXISTS " + quoted(database) + " WITH (FORCE)");
        } catch (SQLException failure) {
            throw MigrationTestException.refused(failure);
        }
    }

    /** Templates of this JVM's own; the others stay for the next one. */
    private void dropOwn() {
        try {
            LeftOvers.dropOf(run, presence);
        } catch (SQLException stopped) {
            LOG.debug("The server went first: {}", stopped.getMessage());
        }
    }

    private synchronized void execute(String sql) throws SQLException {
        try (Statement statement = presence.createStatement()) {
            statement.execute(sql);
        }
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
