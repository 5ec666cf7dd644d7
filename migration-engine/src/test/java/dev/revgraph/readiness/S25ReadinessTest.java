package dev.revgraph.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.MigrationSettings;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.plan.Move;
import dev.revgraph.report.Readiness;
import dev.revgraph.report.StatusProblem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a server is asked before a deployment. */
@PostgresTest
class S25ReadinessTest {

    @TempDir
    private Path folder;

    private MigrationEngine engine(TestDatabase database) {
        return engine(database, null);
    }

    private MigrationEngine engine(TestDatabase database, @Nullable String schema) {
        Revisions files = Revisions.in(folder).table("a", "base");
        return MigrationEngine.builder(database.dataSource())
                .settings(MigrationSettings.defaults()
                        .with(settings -> settings.schema(schema)
                                .locations(files.locations())
                                .repeatableLocations(files.repeatableLocations())))
                .build();
    }

    @Test
    void findsNothingBeforeAndAfterAnUpgrade(TestDatabase database) {
        MigrationEngine engine = engine(database);
        Readiness nothing = new Readiness(database.majorVersion(), List.of(), List.of());
        assertThat(engine.readiness()).isEqualTo(nothing);
        engine.run(Move.upgrade("head"));
        assertThat(engine.readiness()).isEqualTo(nothing);
    }

    @Test
    void knowsTheVersionsThatAreSupported() {
        assertThat(new Server(13, "13.4", false).tooOld()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo("server-version");
            assertThat(found.message()).isEqualTo("The server is PostgreSQL 13.4; the oldest supported version is 14.");
        });
        assertThat(new Server(14, "14.0", false).tooOld()).isEmpty();
        assertThat(new Server(18, "18.6", false).tooNew()).isEmpty();
        assertThat(new Server(19, "19beta1", false).tooNew())
                .extracting(StatusProblem::code)
                .containsExactly("server-version");
    }

    @Test
    void saysWhichRightIsMissingToCreateTheTables(TestDatabase database) {
        new JdbcTemplate(database.superuserDataSource())
                .execute("CREATE SCHEMA \"My App\"; GRANT USAGE ON SCHEMA \"My App\" TO " + database.username());
        StatusProblem missing = onlyError(engine(database, "My App").readiness());
        assertThat(missing.code()).isEqualTo("permission-denied");
        assertThat(missing.message())
                .endsWith("may not create the migration tables in the schema \"My App\": it lacks CREATE.");
        assertThat(missing.action())
                .startsWith("GRANT CREATE ON SCHEMA \"My App\" TO \"" + database.username() + "\";");
    }

    @Test
    void saysWhichRightIsMissingToCreateTheSchema(TestDatabase database) {
        database.jdbc()
                .sql("REVOKE CREATE ON DATABASE " + database.name() + " FROM " + database.username())
                .update();
        StatusProblem missing = onlyError(engine(database, "My App").readiness());
        assertThat(missing.message()).endsWith("may not create the schema \"My App\": it lacks CREATE.");
        assertThat(missing.action()).startsWith("GRANT CREATE ON DATABASE \"" + database.name() + "\" TO ");
    }

    @Test
    void saysWhichRightIsMissingToWriteTheTables(TestDatabase database) {
        MigrationEngine engine = engine(database);
        engine.run(Move.upgrade("head"));
        database.jdbc()
                .sql("REVOKE UPDATE, DELETE ON migration_revision FROM " + database.username())
                .update();
        StatusProblem missing = onlyError(engine.readiness());
        assertThat(missing.code()).isEqualTo("permission-denied");
        assertThat(missing.message())
                .endsWith("may not write \"migration_revision\" in the schema \"public\": it lacks UPDATE, DELETE.");
        assertThat(missing.action()).startsWith("GRANT UPDATE, DELETE ON \"public\".migration_revision TO ");
    }

    @Test
    void saysThatTheDatabaseAcceptsNoWrites(TestDatabase database) {
        database.jdbc()
                .sql("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on")
                .update();
        StatusProblem found = onlyError(engine(database).readiness());
        assertThat(found.code()).isEqualTo("permission-denied");
        assertThat(found.message()).contains("read-only by its settings");
    }

    @Test
    void namesAnInvalidIndexAndItsTable(TestDatabase database) {
        database.jdbc().sql("CREATE TABLE \"Users\" (id int)").update();
        database.jdbc().sql("INSERT INTO \"Users\" VALUES (1), (1)").update();
        assertThatThrownBy(() -> database.jdbc()
                        .sql("CREATE UNIQUE INDEX CONCURRENTLY users_id ON \"Users\" (id)")
                        .update())
                .isInstanceOf(DataAccessException.class);
        Readiness found = engine(database).readiness();
        assertThat(found.errors()).isEmpty();
        assertThat(found.warnings()).singleElement().satisfies(index -> {
            assertThat(index.code()).isEqualTo("invalid-index");
            assertThat(index.message())
                    .startsWith("The index public.users_id of the table public.\"Users\" is INVALID");
            assertThat(index.action())
                    .isEqualTo("Run REINDEX INDEX CONCURRENTLY public.users_id; or DROP INDEX CONCURRENTLY"
                            + " public.users_id if nobody needs it.");
        });
        assertThat(InvalidIndexes.problem("public.users_id_ccnew", "public.users")
                        .action())
                .startsWith("Run DROP INDEX CONCURRENTLY public.users_id_ccnew;");
    }

    @Test
    void namesASessionWithAnOldTransactionAndWhatWaitsForIt(TestDatabase database) throws Exception {
        database.jdbc().sql("CREATE TABLE users (id int)").update();
        var reporting = database.newDataSource();
        reporting.setApplicationName("reporting");
        try (Connection other = reporting.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT FROM users");
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            assertThat(OpenTransactions.find(jdbc, Duration.ZERO))
                    .singleElement()
                    .satisfies(open -> {
                        assertThat(open.code()).isEqualTo("long-transaction");
                        assertThat(open.message())
                                .contains("user \"" + database.username()
                                        + "\", application \"reporting\", idle in transaction")
                                .contains("Changes of public.users and CREATE INDEX CONCURRENTLY may wait for it.");
                        assertThat(open.action()).contains("SELECT pg_terminate_backend(");
                    });
            assertThat(engine(database).readiness().warnings())
                    .as("not yet a minute old")
                    .isEmpty();
            other.rollback();
        }
    }

    @Test
    void namesAPreparedTransaction(TestDatabase database) {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        Assumptions.assumeFalse(
                "0".equals(jdbc.queryForObject("SHOW max_prepared_transactions", String.class)),
                "The server allows no prepared transactions.");
        String id = "it's " + database.name();
        String quoted = "'" + id.replace("'", "''") + "'";
        jdbc.execute("BEGIN; CREATE TABLE users (id int); PREPARE TRANSACTION " + quoted);
        try {
            assertThat(engine(database).readiness().warnings()).singleElement().satisfies(open -> {
                assertThat(open.code()).isEqualTo("long-transaction");
                assertThat(open.message()).startsWith("The transaction " + quoted + " of user \"");
                assertThat(open.action()).contains("ROLLBACK PREPARED " + quoted);
            });
        } finally {
            jdbc.execute("ROLLBACK PREPARED " + quoted);
        }
    }

    @Test
    void saysThatAQuestionIsNotAnswered(TestDatabase database) {
        new JdbcTemplate(database.superuserDataSource())
                .execute("REVOKE EXECUTE ON FUNCTION pg_catalog.pg_prepared_xact() FROM PUBLIC");
        assertThatThrownBy(() -> engine(database).readiness())
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.STATEMENT_FAILED))
                .hasMessage("The server does not answer what is asked before an upgrade: permission denied for function"
                        + " pg_prepared_xact.");
    }

    private static StatusProblem onlyError(Readiness readiness) {
        assertThat(readiness.warnings()).isEmpty();
        assertThat(readiness.errors()).hasSize(1);
        return readiness.errors().get(0);
    }
}
