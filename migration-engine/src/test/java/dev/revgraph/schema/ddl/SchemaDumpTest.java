package dev.revgraph.schema.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.revgraph.backup.PgDump;
import dev.revgraph.fixture.PostgresServer;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.schema.diff.Measure;
import dev.revgraph.schema.diff.SchemaDiff;
import dev.revgraph.schema.model.Schema;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Another opinion on whether the written statements lead where they should: {@code pg_dump} says the same of what they
 * made and of what was made directly.
 */
@PostgresTest
@Tag("slow")
class SchemaDumpTest {

    private static PgDump program;
    private static PairDatabases databases;

    @BeforeAll
    static void open() throws SQLException {
        Optional<PgDump> found = PgDump.find(PostgresServer.get().majorVersion());
        assumeTrue(found.isPresent(), "a pg_dump of the server's version or newer");
        program = found.orElseThrow();
        databases = new PairDatabases();
    }

    @AfterAll
    static void close() throws SQLException {
        if (databases != null) {
            databases.close();
        }
    }

    static List<Pair> ways() throws IOException {
        return Pair.ways(PostgresServer.get().majorVersion());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void saysTheSameOfBothWays(Pair pair) throws SQLException, IOException, InterruptedException {
        PairDatabases.Side one = databases.one;
        PairDatabases.Side other = databases.other;
        one.make(pair.from());
        other.make(pair.to());
        Schema to = other.read();
        DdlPlan plan = DdlWriter.write(one.read(), to, DdlOptions.LIVE);
        one.apply(plan);
        Schema reached = one.read();
        if (!SchemaDiff.between(reached, to, Measure.exact()).isEmpty()) {
            // What PostgreSQL writes of an expression may become another text once, when it is read again.
            one.remake(reached);
            other.remake(to);
        }
        assertThat(dump(one)).as(String.join(";\n", plan.sql())).isEqualTo(dump(other));
    }

    private static String dump(PairDatabases.Side side) throws IOException, InterruptedException {
        return SchemaDump.normal(program.schema(PostgresServer.get().superuser(side.database.name())));
    }
}
