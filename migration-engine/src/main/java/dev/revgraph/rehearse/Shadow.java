package dev.revgraph.rehearse;

import dev.revgraph.ErrorCode;
import dev.revgraph.schema.ddl.DdlPlan;
import dev.revgraph.schema.ddl.DdlStatement;
import dev.revgraph.schema.ddl.Stage;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.model.SqlName;
import dev.revgraph.schema.read.SchemaReader;
import dev.revgraph.server.Surroundings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database in which anything may be tried. It is used for one thing after the other, emptied in between, and is gone,
 * or empty, when it is closed. Used by one thread.
 */
final class Shadow implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);

    private final DataSource dataSource;
    private final Surroundings surroundings;
    private final Disposal disposal;

    Shadow(DataSource dataSource, Surroundings surroundings, Disposal disposal) {
        this.dataSource = dataSource;
        this.surroundings = surroundings;
        this.disposal = disposal;
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** Empties it; the schemas that sessions look in are there. */
    void sweep() {
        with(connection -> {
            CleanSweep.sweep(connection);
            try (Statement statement = connection.createStatement()) {
                for (String schema : surroundings.schemas()) {
                    statement.execute("CREATE SCHEMA IF NOT EXISTS " + SqlName.quoted(schema));
                }
            }
            return true;
        });
    }

    Schema read(SchemaReader reader) {
        return with(reader::read);
    }

    /** Runs a plan's statements; each stage in a transaction, if it can be. */
    void apply(DdlPlan plan) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            for (Stage stage : Stage.values()) {
                connection.setAutoCommit(!stage.transactional());
                for (DdlStatement written : plan.of(stage)) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(written.sql());
                    }
                }
                if (stage.transactional()) {
                    connection.commit();
                }
            }
        }
    }

    <T> T with(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.in(connection);
        } catch (SQLException failure) {
            throw new ShadowException(
                    ErrorCode.SHADOW_UNAVAILABLE,
                    "The shadow database fails: " + Shadows.message(failure) + ".",
                    "Run the command again, or name another one with `--shadow-url`.",
                    failure);
        }
    }

    @Override
    public void close() {
        try {
            disposal.dispose();
        } catch (SQLException failure) {
            LOG.warn("The shadow database stays; the next run drops it: {}", Shadows.message(failure));
        }
    }

    /** Something to do in it. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** How it is got rid of. */
    interface Disposal {
        void dispose() throws SQLException;
    }
}
