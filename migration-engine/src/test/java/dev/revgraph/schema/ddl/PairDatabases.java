package dev.revgraph.schema.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresServer;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.rehearse.CleanSweep;
import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.diff.Measure;
import dev.revgraph.schema.diff.SchemaDiff;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.read.SchemaReader;
import dev.revgraph.schema.read.SchemaScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Databases that are used again and again: one for each side of a pair, and one to write something once more. */
final class PairDatabases implements AutoCloseable {

    private static final SchemaReader READER = new SchemaReader(SchemaScope.EVERYTHING.withGrants());

    final Side one = new Side();
    final Side other = new Side();
    private final Side scratch = new Side();

    PairDatabases() throws SQLException {}

    @Override
    public void close() throws SQLException {
        for (Side side : List.of(one, other, scratch)) {
            side.connection.close();
            side.database.close();
        }
    }

    /** What PostgreSQL writes of an expression may become another text once, when it is read again. */
    List<Difference> differences(Schema actual, Schema wanted) throws SQLException {
        List<Difference> differences = SchemaDiff.between(actual, wanted, Measure.exact());
        if (!SchemaDiff.concernsText(differences)) {
            return differences;
        }
        List<Difference> all = new ArrayList<>(differences);
        all.removeIf(difference -> SchemaDiff.concernsText(List.of(difference)));
        all.addAll(SchemaDiff.between(again(actual), again(wanted), Measure.exact()));
        return all;
    }

    void assertSame(Schema actual, Schema wanted, DdlPlan plan) throws SQLException {
        assertThat(plan.refusals()).isEmpty();
        assertThat(differences(actual, wanted))
                .as(String.join(";\n", plan.sql()))
                .isEmpty();
    }

    private Schema again(Schema schema) throws SQLException {
        scratch.remake(schema);
        return scratch.read();
    }

    /** A database and a superuser's connection to it. */
    static final class Side {

        final TestDatabase database = TestDatabase.create();
        private final Connection connection;

        private Side() throws SQLException {
            connection = PostgresServer.get().superuser(database.name()).getConnection();
        }

        /** Nothing is left but what is made. */
        void make(String sql) throws SQLException {
            sweep();
            run("SET search_path TO public");
            run(sql);
        }

        /** Nothing is left but what was read elsewhere, written once more. */
        void remake(Schema schema) throws SQLException {
            sweep();
            apply(DdlWriter.write(read(), schema, DdlOptions.PLAIN));
        }

        private void sweep() throws SQLException {
            CleanSweep.sweep(connection);
        }

        Schema read() throws SQLException {
            return READER.read(connection);
        }

        void apply(DdlPlan plan) throws SQLException {
            for (Stage stage : Stage.values()) {
                if (!plan.of(stage).isEmpty()) {
                    connection.setAutoCommit(!stage.transactional());
                    try {
                        for (DdlStatement statement : plan.of(stage)) {
                            apply(statement, plan);
                        }
                    } finally {
                        connection.setAutoCommit(true);
                    }
                }
            }
        }

        private void apply(DdlStatement statement, DdlPlan plan) throws SQLException {
            try {
                run(statement.sql());
            } catch (SQLException failure) {
                throw new AssertionError(
                        failure.getMessage() + "\nat: " + statement.sql() + "\nin:\n" + String.join(";\n", plan.sql()),
                        failure);
            }
        }

        private void run(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
