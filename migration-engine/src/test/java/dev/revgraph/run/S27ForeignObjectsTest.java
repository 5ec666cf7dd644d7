package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationSettings;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.InvalidStateException;
import dev.revgraph.plan.Move;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.report.State;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that holds something before any revision is recorded. */
@PostgresTest
class S27ForeignObjectsTest {

    private Revisions revisions;

    @BeforeEach
    void revisions(@TempDir Path temporary) {
        revisions = Revisions.in(temporary).table("a", "base").table("b", "a");
    }

    private MigrationEngine engine(TestDatabase database) {
        return MigrationEngine.builder(database.dataSource())
                .settings(MigrationSettings.defaults().with(s -> s.locations(revisions.locations())))
                .build();
    }

    @Test
    void refusesToRunTheBaseOnTopOfWhatIsThere(TestDatabase database) {
        database.jdbc().sql("CREATE TABLE accounts (id int)").update();
        database.jdbc().sql("CREATE TYPE mood AS ENUM ('fine')").update();
        MigrationEngine engine = engine(database);

        assertThatThrownBy(() -> engine.run(Move.upgrade("head")))
                .isInstanceOfSatisfying(InvalidStateException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.FOREIGN_OBJECTS);
                    assertThat(refused.getMessage()).contains("table public.accounts, type public.mood");
                    assertThat(refused.getMessage() + refused.action()).contains("`adopt`", "`stamp base`");
                });
        assertThat(engine.status().state()).isEqualTo(State.INVALID);
        assertThat(tables(database)).isEqualTo("accounts");
    }

    @Test
    void goesOnFromTheRevisionThatIsStamped(TestDatabase database) {
        database.jdbc().sql("CREATE TABLE t_a (id int)").update();

        engine(database).run(Move.stamp(List.of("a")));
        engine(database).run(Move.upgrade("head"));

        assertThat(engine(database).status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(tables(database)).isEqualTo("migration_history, migration_revision, t_a, t_b");
    }

    @Test
    void runsBesideWhatIsThereOnceTheBaseIsStamped(TestDatabase database) {
        database.jdbc().sql("CREATE TABLE accounts (id int)").update();

        engine(database).run(Move.stamp(List.of("base")));
        assertThat(engine(database).status().state()).isEqualTo(State.PENDING);
        assertThat(engine(database).history(0, 10).entries())
                .extracting(HistoryEntry::operation)
                .containsExactly("stamp");
        engine(database).run(Move.upgrade("head"));

        assertThat(engine(database).status().applied()).isEqualTo(2);
    }

    @Test
    void countsNeitherExtensionsNorOtherSchemas(TestDatabase database) {
        database.jdbc().sql("CREATE SCHEMA elsewhere").update();
        database.jdbc().sql("CREATE TABLE elsewhere.accounts (id int)").update();
        JdbcClient.create(database.superuserDataSource())
                .sql("CREATE EXTENSION pg_stat_statements SCHEMA public")
                .update();

        engine(database).run(Move.upgrade("head"));

        assertThat(engine(database).status().state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void noticesThatTheRecordsAreLost(TestDatabase database) {
        engine(database).run(Move.upgrade("head"));
        database.jdbc().sql("DELETE FROM migration_revision").update();

        assertThatThrownBy(() -> engine(database).run(Move.upgrade("head")))
                .isInstanceOfSatisfying(
                        InvalidStateException.class,
                        refused -> assertThat(refused.getMessage() + refused.action())
                                .contains("the log says that the database is at b", "`stamp b`"));

        engine(database).run(Move.stamp(List.of("b")));
        assertThat(engine(database).status().state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void beginsAnewWhereTheDatabaseWasEmptiedOnPurpose(TestDatabase database) {
        engine(database).run(Move.upgrade("head"));
        database.jdbc().sql("DROP TABLE t_a, t_b").update();
        database.jdbc().sql("DELETE FROM migration_revision").update();

        engine(database).run(Move.stamp(List.of("base")));
        engine(database).run(Move.upgrade("head"));

        assertThat(engine(database).status().state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void comesBackAfterAnOrdinaryDowngradeToBase(TestDatabase database) {
        engine(database).run(Move.upgrade("head"));
        engine(database).run(Move.downgrade("base"));
        database.jdbc().sql("CREATE TABLE accounts (id int)").update();

        engine(database).run(Move.upgrade("head"));

        assertThat(engine(database).status().applied()).isEqualTo(2);
    }

    private static String tables(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT string_agg(relname, ', ' ORDER BY relname) FROM pg_class"
                        + " WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'")
                .query(String.class)
                .single();
    }
}
