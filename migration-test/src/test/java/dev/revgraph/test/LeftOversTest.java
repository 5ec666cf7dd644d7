package dev.revgraph.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.server.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@PostgresTest
class LeftOversTest {

    private static final String KILLED = "revgraph_test_1234abcd_7";
    private static final String LIVING = "revgraph_test_5678abcd_1";
    private static final String OLD = "revgraph_template_00000000000000000000aaaa";
    private static final String USED = "revgraph_template_00000000000000000000bbbb";

    private final TestDatabase server;

    LeftOversTest(TestDatabase server) {
        this.server = server;
    }

    @BeforeEach
    void mayCreateDatabases() {
        server.mayCreateDatabases(true);
    }

    @Test
    void goWhenTheirRunIsGone() throws SQLException {
        create(KILLED);
        create(LIVING);
        PGSimpleDataSource run = server.newDataSource();
        run.setApplicationName("revgraph_test_5678abcd");
        try (Connection presence = run.getConnection()) {
            assertThat(presence.isValid(30)).isTrue();
            open();
        }

        assertThat(server.ownedDatabases()).contains(LIVING).doesNotContain(KILLED);
    }

    @Test
    void areTemplatesThatNobodyUses() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        create(OLD);
        create(USED);
        comment(OLD, today.minusDays(2));
        comment(USED, today.minusDays(1));

        open();

        assertThat(server.ownedDatabases()).contains(USED).doesNotContain(OLD);
    }

    @Test
    void areNoTemplatesThatAreCopied() {
        create(USED);
        comment(USED, LocalDate.now(ZoneOffset.UTC).minusDays(1));

        assertThat(open().copy(USED, KILLED)).isTrue();

        assertThat(server.jdbc()
                        .sql("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = ?")
                        .param(USED)
                        .query(String.class)
                        .single())
                .endsWith("last on " + LocalDate.now(ZoneOffset.UTC));
    }

    @Test
    void areNotDroppedUnderASession() throws SQLException {
        create(KILLED);
        PGSimpleDataSource inside = server.newDataSource();
        inside.setDatabaseName(KILLED);
        try (Connection session = inside.getConnection()) {
            open();
            assertThat(session.isValid(30)).isTrue();
        }
        assertThat(server.ownedDatabases()).contains(KILLED);
    }

    private void create(String database) {
        server.jdbc().sql("CREATE DATABASE " + database).update();
    }

    private void comment(String template, LocalDate day) {
        server.jdbc()
                .sql("COMMENT ON DATABASE " + template + " IS 'last on " + day + "'")
                .update();
    }

    private Server open() {
        return Server.open(new Login(server.url(), server.username(), server.password()));
    }
}
