package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The disk is full, the memory, or what may be written to temporary files. */
@PostgresTest
class SpaceTest {

    private final TestDatabase database;
    private final Patient patient;

    SpaceTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.patient = Patient.with(database, folder, """
                        CREATE TABLE users (id int PRIMARY KEY, name text);
                        CREATE TABLE small (id int);
                        CREATE TABLE parts (id int) PARTITION BY RANGE (id);
                        CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (10);
                        CREATE FUNCTION fails(code text) RETURNS text LANGUAGE plpgsql
                            AS $$ BEGIN RAISE EXCEPTION 'no more' USING ERRCODE = code; END $$;
                        """)
                .sql("INSERT INTO users SELECT i, repeat('x', 100) FROM generate_series(1, 5000) AS i")
                .sql("INSERT INTO parts VALUES (1)")
                .sql("ANALYZE");
    }

    @Test
    void saysWhatIsLargeWhenTheDiskIsFull() {
        Diagnosis diagnosis = patient.fails("UPDATE users SET name = fails('53100');");
        assertThat(diagnosis.finding())
                .startsWith("The server has no room left on a disk. The database " + database.name() + " has ")
                .containsPattern("The table users has \\d+ kB \\(\\d+ kB of it are indexes\\), about 5000 rows\\.");
        assertThat(diagnosis.samples().get(0)).startsWith("table = 'users', size = '");
        assertThat(patient.rows(diagnosis)).isGreaterThan(2);
        assertThat(diagnosis.waysOut().get(1).description()).contains("temp_tablespaces");
    }

    @Test
    void saysWhatTakesMemory() {
        Diagnosis diagnosis = patient.fails("UPDATE parts SET id = fails('53200')::int;");
        assertThat(diagnosis.finding())
                .startsWith("The server has no memory left")
                .contains("The table parts has ", " about 1 row.")
                .endsWith("Its partitions: 1.");
        assertThat(diagnosis.waysOut().get(1).description()).contains("max_locks_per_transaction");
    }

    @Test
    void namesTheLimitOfTemporaryFiles() {
        String fill =
                "CREATE INDEX users_name ON users ((name || id)); SELECT count(*) FROM (SELECT a.name, b.id FROM users a,"
                        + " users b LIMIT 400000) AS c GROUP BY c.name, c.id;";
        assertThat(patient.failure("SELECT fails('53400');").diagnosis()).isEmpty();
        JdbcClient.create(database.superuserDataSource())
                .sql("ALTER ROLE " + database.username() + " SET temp_file_limit = '1MB'")
                .update();
        patient.sql("ALTER ROLE " + database.username() + " SET work_mem = '64kB'");
        Diagnosis diagnosis = patient.fails(fill);
        assertThat(diagnosis.finding())
                .isEqualTo(
                        "The statement writes more to temporary files than `temp_file_limit` allows, which is 1MB for"
                                + " each session.");
        patient.rewrites(
                diagnosis.waysOut().get(0).sql().get(1), "CREATE INDEX users_name ON users ((name || id))", "SELECT 1");
    }
}
