package dev.revgraph.schema.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresServer;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.schema.diff.Measure;
import dev.revgraph.schema.diff.SchemaDiff;
import dev.revgraph.schema.model.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The written statements lead from each schema to the other, which the server itself says afterwards. */
@PostgresTest
class DdlWriterTest {

    private static PairDatabases databases;
    private static PairDatabases.Side one;
    private static PairDatabases.Side other;

    @BeforeAll
    static void open() throws SQLException {
        databases = new PairDatabases();
        one = databases.one;
        other = databases.other;
    }

    @AfterAll
    static void close() throws SQLException {
        databases.close();
    }

    static List<Pair> oneWayEach() throws IOException {
        return Pair.oneWayEach(PostgresServer.get().majorVersion());
    }

    static List<Pair> ways() throws IOException {
        return Pair.ways(PostgresServer.get().majorVersion());
    }

    static List<Pair> same() throws IOException {
        return Pair.same(PostgresServer.get().majorVersion());
    }

    static List<Pair> refused() throws IOException {
        return Pair.refused(PostgresServer.get().majorVersion());
    }

    /** One direction of each pair, for time's sake; the others are slow. */
    @ParameterizedTest
    @MethodSource("oneWayEach")
    void leadsThere(Pair pair) throws SQLException {
        one.make(pair.from());
        other.make(pair.to());
        Schema from = one.read();
        Schema to = other.read();
        assertThat(SchemaDiff.between(from, to, Measure.exact())).isNotEmpty();

        DdlPlan there = DdlWriter.write(from, to, DdlOptions.LIVE);
        one.apply(there);
        databases.assertSame(one.read(), to, there);
    }

    @ParameterizedTest
    @MethodSource("ways")
    @Tag("slow")
    void leadsThereAndBack(Pair pair) throws SQLException {
        one.make(pair.from());
        other.make(pair.to());
        Schema from = one.read();
        Schema to = other.read();
        DdlPlan there = DdlWriter.write(from, to, DdlOptions.LIVE);
        one.apply(there);
        Schema reached = one.read();
        databases.assertSame(reached, to, there);

        DdlPlan back = DdlWriter.write(reached, from, DdlOptions.PLAIN);
        one.apply(back);
        databases.assertSame(one.read(), from, back);
    }

    @ParameterizedTest
    @MethodSource("ways")
    @Tag("slow")
    void leadsBackWhileTheApplicationGoesOnWhateverIsThereAlready(Pair pair) throws SQLException {
        one.make(pair.from());
        other.make(pair.to());
        Schema from = one.read();

        DdlPlan back = DdlWriter.write(other.read(), from, DdlOptions.LIVE.withGuards());
        other.apply(back);
        DdlPlan rest = DdlWriter.write(other.read(), from, DdlOptions.LIVE);
        other.apply(rest);
        databases.assertSame(other.read(), from, back);
    }

    @ParameterizedTest
    @MethodSource("same")
    void findsNoDifference(Pair pair) throws SQLException {
        one.make(pair.from());
        other.make(pair.to());
        assertThat(databases.differences(one.read(), other.read())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void saysWhyThereIsNoWay(Pair pair) throws SQLException {
        one.make(pair.from());
        other.make(pair.to());
        Schema from = one.read();
        Schema to = other.read();
        assertThat(DdlWriter.write(from, to, DdlOptions.LIVE).refusals()).containsExactly(pair.refusal());
        assertThat(DdlWriter.write(to, from, DdlOptions.PLAIN).refusals()).containsExactly(pair.refusal());
    }

    @Test
    void makesEverythingOfNothing() throws SQLException, IOException {
        one.make(Files.readString(Path.of("src/test/resources/schema/everything.sql")));
        other.make("");
        Schema wanted = one.read();
        Schema nothing = other.read();
        DdlPlan plan = DdlWriter.write(nothing, wanted, DdlOptions.PLAIN);
        other.apply(plan);
        databases.assertSame(other.read(), wanted, plan);

        DdlPlan away = DdlWriter.write(other.read(), nothing, DdlOptions.LIVE);
        other.apply(away);
        databases.assertSame(other.read(), nothing, away);
    }
}
