package dev.revgraph.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A database that is made when somebody connects to it, and dropped when it is closed. It keeps its name when it begins
 * anew, so that data sources stay valid. Thread-safe.
 */
final class OwnDatabase extends AbstractDataSource implements AutoCloseable {

    private final Supplier<Server> server;
    private final TestRevisions revisions;
    private Start start;
    private @Nullable String name;
    private @Nullable DataSource made;

    OwnDatabase(Supplier<Server> server, TestRevisions revisions, Start start) {
        this.server = server;
        this.revisions = revisions;
        this.start = start;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return made().getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return made().getConnection(username, password);
    }

    /** Forgets everything that is in it; it is made again when somebody connects to it. */
    synchronized void beginAt(Start another) {
        close();
        start = another;
    }

    @Override
    public synchronized void close() {
        if (made != null && name != null) {
            server.get().drop(name);
            made = null;
        }
    }

    private synchronized DataSource made() {
        if (made == null) {
            Server there = server.get();
            if (name == null) {
                name = there.newName();
            }
            Templates.create(there, name, revisions, start);
            made = there.dataSource(name);
        }
        return made;
    }
}
