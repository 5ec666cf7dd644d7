package dev.revgraph.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections that can be cut off as a killed process cuts them off: the server is told nothing and goes on. */
final class Abandoned extends DelegatingDataSource {

    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    Abandoned(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        connections.add(connection);
        return connection;
    }

    void cutOff() throws SQLException {
        for (Connection connection : connections) {
            connection.abort(Runnable::run);
        }
    }
}
