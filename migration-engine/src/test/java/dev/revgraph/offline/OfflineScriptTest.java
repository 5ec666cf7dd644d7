package dev.revgraph.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.MigrationSettings;
import dev.revgraph.MigrationSettings.TransactionMode;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Psql;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import dev.revgraph.report.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** S24: the script run through psql gives the database that the move gives, records included. */
@PostgresTest
class OfflineScriptTest {

    private static final List<String> HOSTILE =
            List.of("--set=HOST=changed", "--set=id=changed", "--set=ON_ERROR_STOP=0", "--set=revgraph_guard=changed");

    @TempDir
    private Path folder;

    private Revisions revisions;

    @BeforeEach
    void writeRevisions() {
        revisions = Revisions.in(folder);
        RichRevisions.writeTo(revisions);
    }

    private MigrationEngine engine(DataSource dataSource, UnaryOperator<MigrationSettings.Builder> changes) {
        return MigrationEngine.builder(dataSource)
                .settings(MigrationSettings.defaults()
                        .with(settings -> changes.apply(settings.target("heads")
                                .locations(revisions.locations())
                                .repeatableLocations(revisions.repeatableLocations())
                                .placeholders(Map.of("who", "you :PORT")))))
                .build();
    }

    /** Leads nowhere: a script is written without a database. */
    private String script(Move move, UnaryOperator<MigrationSettings.Builder> changes) {
        return engine(new PGSimpleDataSource(), changes).script(move);
    }

    private static String[] hostile() {
        return HOSTILE.toArray(String[]::new);
    }

    private void bothWays(TestDatabase ours, UnaryOperator<MigrationSettings.Builder> changes, String schema)
            throws Exception {
        try (TestDatabase theirs = TestDatabase.create()) {
            MigrationEngine engine = engine(ours.dataSource(), changes);
            Psql psql = Psql.on(theirs, folder);

            engine.run(Move.upgrade("heads").because("why: it's time"));
            Psql.Ran up = psql.run(script(Move.upgrade("heads").because("why: it's time"), changes), hostile());
            assertThat(up.exitCode()).as(up.printed()).isZero();
            assertThat(DatabaseText.of(theirs, schema)).isEqualTo(DatabaseText.of(ours, schema));
            MigrationEngine other = engine(theirs.dataSource(), changes);
            assertThat(other.status().state()).isEqualTo(State.UP_TO_DATE);

            engine.run(Move.downgrade("start"));
            Psql.Ran down = psql.run(script(Move.downgrade("heads:start"), changes), hostile());
            assertThat(down.exitCode()).as(down.printed()).isZero();
            assertThat(DatabaseText.of(theirs, schema)).isEqualTo(DatabaseText.of(ours, schema));

            engine.run(Move.upgrade("joined"));
            Psql.Ran again = psql.run(script(Move.upgrade("start,side:joined"), changes), hostile());
            assertThat(again.exitCode()).as(again.printed()).isZero();
            assertThat(DatabaseText.of(theirs, schema)).isEqualTo(DatabaseText.of(ours, schema));
            other.run(Move.downgrade("base"));
            assertThat(other.status().applied()).isZero();
        }
    }

    @Test
    void s24GivesTheSameDatabaseAsTheMove(TestDatabase database) throws Exception {
        bothWays(database, settings -> settings, "public");
    }

    @Test
    void s24KeepsTheRecordsInASchemaWhoseNameNeedsQuotes(TestDatabase database) throws Exception {
        bothWays(database, settings -> settings.schema("My \"App\":HOST"), "\"My \"\"App\"\":HOST\"");
    }

    @Test
    void s24IsOneTransactionWhereTheSettingsSaySo(TestDatabase database) throws Exception {
        revisions.remove("apart");
        String whole = script(Move.upgrade("heads"), settings -> settings.transaction(TransactionMode.ALL));
        assertThat(Psql.on(database, folder)
                        .run(whole.replace("CREATE TABLE after", "CREATE TABLE no.after"))
                        .exitCode())
                .isEqualTo(3);
        assertThat(engine(database.dataSource(), settings -> settings).status().applied())
                .isZero();
        assertThat(Psql.on(database, folder).run(whole).exitCode()).isZero();
        assertThat(engine(database.dataSource(), settings -> settings).status().state())
                .isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void refusesADatabaseThatIsElsewhere(TestDatabase database) throws Exception {
        Psql psql = Psql.on(database, folder);
        Psql.Ran early = psql.run(script(Move.upgrade("start:data"), settings -> settings));
        assertThat(early.exitCode()).isEqualTo(3);
        assertThat(early.printed()).contains("Schema \"public\" has no migration tables", "begins at \"start\"");

        MigrationEngine engine = engine(database.dataSource(), settings -> settings);
        engine.run(Move.upgrade("data"));
        Psql.Ran late = psql.run(script(Move.upgrade("joined"), settings -> settings));
        assertThat(late.exitCode()).isEqualTo(3);
        assertThat(late.printed())
                .contains("The database is at \"data\" with 2 revisions applied; this step begins at \"base\" with 0.")
                .contains("upgrade --sql data:joined");

        database.jdbc()
                .sql("COMMENT ON TABLE migration_revision IS 'revgraph layout 2'")
                .update();
        Psql.Ran newer = psql.run(script(Move.upgrade("data:joined"), settings -> settings));
        assertThat(newer.printed()).contains("have another layout than this script writes: revgraph layout 2");
    }

    @Test
    void waitsForTheLockOfARunAndSaysWhoHasIt(TestDatabase database) throws Exception {
        MigrationEngine engine = engine(database.dataSource(), settings -> settings);
        engine.run(Move.upgrade("start"));
        String script = script(Move.upgrade("start:data"), settings -> settings).replace("tries > 300", "tries > 3");
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT " + lockOf("public"));
            Psql.Ran ran = Psql.on(database, folder).run(script);
            assertThat(ran.exitCode()).isEqualTo(3);
            assertThat(ran.printed()).contains("its lock is held");
            connection.rollback();
        }
        assertThat(Psql.on(database, folder).run(script)).isEqualTo(new Psql.Ran(0, ""));
    }

    private static String lockOf(String schema) {
        return new dev.revgraph.store.RevisionStore(
                        new dev.revgraph.store.Identifier(schema), new dev.revgraph.store.Author(null, null, null))
                .lock()
                .tryExpression();
    }

    @Test
    void engineGoesOnWhereAScriptWithoutTransactionStops(TestDatabase database) throws Exception {
        engine(database.dataSource(), settings -> settings).run(Move.upgrade("start"));
        String script = script(Move.upgrade("start:apart"), settings -> settings);
        Psql.Ran ran = Psql.on(database, folder).run(script.replace("VACUUM notes;", "VACUUM nots;"));
        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.printed()).contains("Revision \"apart\" stops at statement 3 of 4");
        MigrationEngine engine = engine(database.dataSource(), settings -> settings);
        assertThat(engine.run(Move.upgrade("apart")).current()).containsExactly("apart");
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM notes WHERE id = 50")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void countsAStatementTogetherWithWhatItDoes(TestDatabase database) throws Exception {
        revisions.file("plain", """
                -- Statements that share a transaction with their count
                -- revises: start
                -- transaction: off
                -- +upgrade
                INSERT INTO notes (id) VALUES (70);
                COPY notes (id) FROM stdin;
                71
                \\.
                INSERT INTO notes (id) VALUES (72);
                -- +downgrade
                DELETE FROM notes WHERE id >= 70;
                """);
        engine(database.dataSource(), settings -> settings).run(Move.upgrade("start"));
        String script = script(Move.upgrade("start:plain"), settings -> settings);
        assertThat(Psql.on(database, folder)
                        .run(script.replace("VALUES (72)", "VALUES (1)"))
                        .exitCode())
                .isEqualTo(3);
        assertThat(database.jdbc()
                        .sql("SELECT statements_started || ' ' || statements_finished FROM migration_revision"
                                + " WHERE state = 'running'")
                        .query(String.class)
                        .single())
                .isEqualTo("2 2");
        MigrationEngine engine = engine(database.dataSource(), settings -> settings);
        assertThat(engine.run(Move.upgrade("plain")).current()).containsExactly("plain");
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM notes WHERE id IN (70, 71, 72)")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void refusesADowngradeThatDoesNotSayWhereItBegins() {
        assertThatThrownBy(() -> script(Move.downgrade("-1"), settings -> settings))
                .isInstanceOfSatisfying(MigrationException.class, refused -> {
                    assertThat(refused.code().text()).isEqualTo("usage");
                    assertThat(refused.action()).contains("`downgrade --sql head:-1`");
                });
    }
}
