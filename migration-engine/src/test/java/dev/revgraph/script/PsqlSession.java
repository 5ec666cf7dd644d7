package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a script through the psql of this machine and tells which queries it sent to the server. */
final class PsqlSession {

    private static final Pattern QUERY =
            Pattern.compile("/?\\*{8,9} QUERY \\*{9,10}/?\\n(.*?)\\n/?\\*{24,26}/?\\n", Pattern.DOTALL);

    private final TestDatabase database;
    private final Path folder;

    PsqlSession(TestDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    static boolean isInstalled() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "psql")));
    }

    /** As psql's own log has them. That the server refuses most of them does not matter. */
    List<String> queriesOf(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.sql"), script);
        Path log = folder.resolve("psql.log");
        Files.deleteIfExists(log);
        run(file, log);
        List<String> queries = new ArrayList<>();
        Matcher matcher = QUERY.matcher(Files.readString(log));
        while (matcher.find()) {
            queries.add(matcher.group(1));
        }
        return queries;
    }

    private void run(Path file, Path log) throws IOException, InterruptedException {
        URI uri = URI.create(database.url().substring("jdbc:".length()));
        ProcessBuilder psql = new ProcessBuilder(
                "psql",
                "-X",
                "-q",
                "-L",
                log.toString(),
                "-f",
                file.toString(),
                "-h",
                uri.getHost(),
                "-p",
                String.valueOf(uri.getPort()),
                "-U",
                database.username(),
                database.name());
        psql.environment().put("PGPASSWORD", database.password());
        psql.environment().put("PGCLIENTENCODING", "UTF8");
        psql.environment().put("LC_ALL", "C");
        psql.redirectErrorStream(true).redirectOutput(folder.resolve("psql.out").toFile());
        Process process = psql.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
