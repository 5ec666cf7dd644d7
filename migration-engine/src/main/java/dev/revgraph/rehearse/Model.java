package dev.revgraph.rehearse;

import dev.revgraph.schema.diff.Measure;
import java.sql.Connection;
import java.sql.SQLException;

/** What the schema should be, as something that can be built in an empty database. */
public interface Model {

    /** As sentences call it: {@code the entities}. */
    String name();

    /** What of the built schema counts. */
    Measure measure();

    /**
     * Builds it.
     *
     * @param connection to an empty database, in autocommit mode, with the search path of the target
     * @throws SQLException if the server gives out
     * @throws dev.revgraph.MigrationException if the model is at fault, with what and where
     */
    void build(Connection connection) throws SQLException;
}
