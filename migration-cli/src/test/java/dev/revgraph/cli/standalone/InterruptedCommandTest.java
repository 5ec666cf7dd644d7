package dev.revgraph.cli.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
@Timeout(240)
class InterruptedCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRevisions() {
        Revisions.in(folder)
                .table("a", "base")
                .add("b", "a", "CREATE TABLE t_b (id int); SELECT pg_sleep(60);", "DROP TABLE t_b;")
                .table("c", "b");
    }

    @Test
    void ctrlCLeavesAWholeNumberOfRevisionsAndSaysWhere(TestDatabase database) throws Exception {
        assumeFalse(ignoresInterrupts(), "SIGINT is ignored by this process, and so by those that it starts.");
        Ran stopped = interrupted(database, "-INT", "upgrade").exitsWith(1);
        assertThat(stopped.words())
                .contains("The run is interrupted while revision \"b\" runs. It is rolled back: nothing of it remains.")
                .contains("1 of 3 steps of the run are done; the database is at \"a\".")
                .contains("Run the same command again");
        assertThat(Shell.in(folder).with(database).json("current").strings("revisions", "revision"))
                .containsExactly("a");
        assertThat(Shell.in(folder)
                        .with(database)
                        .run("history", "--log", "--limit", "1")
                        .results())
                .startsWith("upgrade b failed\n")
                .contains("interrupted", "57014");
    }

    @Test
    void terminationIsAnErrorInJson(TestDatabase database) throws Exception {
        Ran stopped =
                interrupted(database, "-TERM", "upgrade", "--format", "json").exitsWith(1);
        assertThat(stopped.errorCode()).isEqualTo("interrupted");
        assertThat(stopped.json().get("error").get("revisions").get(0).asString())
                .isEqualTo("b");
    }

    private Ran interrupted(TestDatabase database, String signal, String... command) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        line.addAll(List.of(command));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("MIGRATION_URL", database.url());
        builder.environment().put("MIGRATION_USERNAME", database.username());
        builder.environment().put("MIGRATION_PASSWORD", database.password());
        builder.environment().put("MIGRATION_LOCATIONS", "filesystem:" + folder.resolve("revisions"));
        Process process = builder.start();
        try {
            awaitSleep(database);
            new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static void awaitSleep(TestDatabase database) throws InterruptedException {
        JdbcClient jdbc = JdbcClient.create(database.superuserDataSource());
        while (!jdbc.sql("""
                        SELECT EXISTS (SELECT FROM pg_stat_activity
                                        WHERE datname = current_database() AND state = 'active'
                                          AND query LIKE 'SELECT pg_sleep%')
                        """).query(Boolean.class).single()) {
            Thread.sleep(50);
        }
    }

    /** A shell without job control starts what runs in the background so. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> new BigInteger(line.substring(7).strip(), 16))
                .anyMatch(mask -> mask.testBit(1));
    }
}
