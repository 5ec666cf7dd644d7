package dev.revgraph.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The executable jar is told to end while a revision runs, at its start and as its own migration tool. */
@PostgresTest
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class InterruptedIT {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeARevisionThatTakesLong() throws Exception {
        Files.writeString(folder.resolve("20990101_take_long.sql"), """
                -- Take long
                -- revises: base
                -- +upgrade
                CREATE TABLE taken_long (id int);
                SELECT pg_sleep(600);
                -- +downgrade
                DROP TABLE taken_long;
                """);
    }

    @Test
    void endsTheStartOfTheApplication(TestDatabase database) throws Exception {
        terminated(database, List.of(), List.of("--server.port=0"));
        assertRolledBack(database);
    }

    @Test
    void endsTheCommand(TestDatabase database) throws Exception {
        int exitCode = terminated(database, List.of("-Djarmode=migration"), List.of("upgrade", "--format", "json"));
        assertThat(exitCode).isEqualTo(1);
        String code = JsonPath.read(Files.readString(folder.resolve("out")), "$.error.code");
        assertThat(code).isEqualTo("interrupted");
        assertThat(Files.readString(folder.resolve("err"))).doesNotContain("\tat ");
        assertRolledBack(database);
    }

    private int terminated(TestDatabase database, List<String> options, List<String> arguments) throws Exception {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(List.of("-jar", System.getProperty("sample.jar", "target/sample-app.jar")));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("SPRING_DATASOURCE_URL", database.url());
        builder.environment().put("SPRING_DATASOURCE_USERNAME", database.username());
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", database.password());
        builder.environment().put("MIGRATION_LOCATIONS", "classpath:db/revisions,filesystem:" + folder);
        builder.environment().put("MIGRATION_TARGET", "heads");
        Process process = builder.start();
        try {
            int backend = awaitSleep(database, process);
            process.toHandle().destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("the process ends long before the statement would")
                    .isTrue();
            while (isAtWork(database, backend)) {
                Thread.sleep(50);
            }
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    private static void assertRolledBack(TestDatabase database) {
        assertThat(database.jdbc()
                        .sql("SELECT to_regclass('taken_long') IS NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(database.jdbc()
                        .sql(
                                "SELECT outcome || ' ' || error FROM migration_history WHERE revision = '20990101_take_long'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("failed The run is interrupted");
    }

    private int awaitSleep(TestDatabase database, Process process) throws Exception {
        while (true) {
            Optional<Integer> found = JdbcClient.create(database.superuserDataSource())
                    .sql("""
                            SELECT pid FROM pg_stat_activity
                             WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep%'
                            """)
                    .query(Integer.class)
                    .optional();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("out")) + Files.readString(folder.resolve("err")))
                    .isTrue();
            Thread.sleep(100);
        }
    }

    private static boolean isAtWork(TestDatabase database, int backend) {
        return JdbcClient.create(database.superuserDataSource())
                .sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pid = ? AND state = 'active')")
                .param(backend)
                .query(Boolean.class)
                .single();
    }
}
