package dev.revgraph.schema.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.revgraph.fixture.PostgresServer;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.rehearse.CleanSweep;
import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.diff.Measure;
import dev.revgraph.schema.diff.SchemaDiff;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.read.SchemaReader;
import dev.revgraph.schema.read.SchemaScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The written statements lead from each schema to the other, which the server itself says afterwards. */
@PostgresTest
class DdlWriterTest {

    private static final SchemaReader READER = new SchemaReader(SchemaScope.EVERYTHING.withGrants());

    private static TestDatabase[] databases;
    private static Connection one;
    private static Connection other;
    private static Connection scratch;

    @BeforeAll
    static void open() throws SQLException {
        databases = new TestDatabase[] {TestDatabase.create(), TestDatabase.create(), TestDatabase.create()};
        one = connect(databases[0]);
        other = connect(databases[1]);
        scratch = connect(databases[2]);
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        return PostgresServer.get().superuser(database.name()).getConnection();
    }

    @BeforeEach
    void sweep() throws SQLException {
        for (Connection connection : List.of(one, other, scratch)) {
            CleanSweep.sweep(connection);
            run(connection, "SET search_path TO public");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        one.close();
        other.close();
        scratch.close();
        for (TestDatabase database : databases) {
            database.close();
        }
    }

    static List<Pair> pairs() throws IOException {
        return Pair.all();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void leadsThereAndBack(Pair pair) throws SQLException {
        assumeTrue(PostgresServer.get().majorVersion() >= pair.server(), "PostgreSQL " + pair.server());
        run(one, pair.from());
        run(other, pair.to());
        Schema from = READER.read(one);
        Schema to = READER.read(other);
        assertThat(SchemaDiff.between(from, to, Measure.exact())).isNotEmpty();

        DdlPlan there = DdlWriter.write(from, to, DdlOptions.LIVE);
        apply(one, there);
        assertSame(READER.read(one), to, there);

        DdlPlan back = DdlWriter.write(READER.read(one), from, DdlOptions.PLAIN);
        apply(one, back);
        assertSame(READER.read(one), from, back);

        DdlPlan backAlive = DdlWriter.write(to, from, DdlOptions.LIVE.withGuards());
        apply(other, backAlive);
        apply(other, DdlWriter.write(READER.read(other), from, DdlOptions.LIVE));
        assertSame(READER.read(other), from, backAlive);
    }

    @Test
    void makesEverythingOfNothing() throws SQLException, IOException {
        run(one, Files.readString(Path.of("src/test/resources/schema/everything.sql")));
        Schema wanted = READER.read(one);
        DdlPlan plan = DdlWriter.write(READER.read(other), wanted, DdlOptions.PLAIN);
        apply(other, plan);
        assertSame(READER.read(other), wanted, plan);

        Schema nothing = READER.read(scratch);
        DdlPlan away = DdlWriter.write(READER.read(other), nothing, DdlOptions.LIVE);
        apply(other, away);
        assertSame(READER.read(other), nothing, away);
    }

    /** What PostgreSQL writes of an expression may become another text once, when it is read again. */
    private static void assertSame(Schema actual, Schema wanted, DdlPlan plan) throws SQLException {
        List<Difference> differences = SchemaDiff.between(actual, wanted, Measure.exact());
        if (SchemaDiff.concernsText(differences)) {
            differences = SchemaDiff.between(again(actual), again(wanted), Measure.exact());
        }
        assertThat(differences).as(String.join(";\n", plan.sql())).isEmpty();
        assertThat(plan.refusals()).isEmpty();
    }

    private static Schema again(Schema schema) throws SQLException {
        CleanSweep.sweep(scratch);
        apply(scratch, DdlWriter.write(READER.read(scratch), schema, DdlOptions.PLAIN));
        return READER.read(scratch);
    }

    private static void apply(Connection connection, DdlPlan plan) throws SQLException {
        for (Stage stage : Stage.values()) {
            if (plan.of(stage).isEmpty()) {
                continue;
            }
            connection.setAutoCommit(!stage.transactional());
            for (DdlStatement statement : plan.of(stage)) {
                try {
                    run(connection, statement.sql());
                } catch (SQLException failure) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                    throw new AssertionError(
                            failure.getMessage() + "\nat: " + statement.sql() + "\nin:\n"
                                    + plan.sql().stream().collect(Collectors.joining(";\n")),
                            failure);
                }
            }
            if (stage.transactional()) {
                connection.commit();
            }
            connection.setAutoCommit(true);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
