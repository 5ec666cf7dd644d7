package dev.revgraph.benchmarks;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Times {@code status} of the stand-alone jar, from the start of its process to its end, beside a process that reads the
 * same files and rows with plain JDBC. Takes the folder of jar and launcher, and the number of rounds; prints a table.
 */
public final class CommandStart {

    private static final int SIZE = 1000;
    private static final List<Tool> TOOLS = List.of(Tool.PLAIN_JDBC, Tool.REVGRAPH);

    private final Layout layout;
    private final PGSimpleDataSource plain;
    private final PGSimpleDataSource database;
    private final Path folder;
    private final Map<String, List<Double>> millis = new LinkedHashMap<>();

    private CommandStart(Layout layout, Server server, Path folder) {
        this.layout = layout;
        this.plain = server.database("bench_plain_jdbc");
        this.database = server.database("bench_revgraph");
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Path files = Files.createTempDirectory("command-start");
        try (Server server = Server.embedded(true)) {
            Layout layout = Layout.write(files, SIZE, TOOLS);
            new Measurements(server, layout, new Results()).fromEmpty(Measure.FROM_EMPTY, 1, TOOLS);
            server.checkpoint();
            new CommandStart(layout, server, Path.of(args[0]).toAbsolutePath()).run(Integer.parseInt(args[1]));
        }
    }

    private void run(int rounds) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = folder.resolve("migration-cli.jar").toString();
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("`java -jar migration-cli.jar status`", List.of(java, "-jar", jar, "status"));
        commands.put(
                "with `-XX:TieredStopAtLevel=1 -XX:+UseSerialGC`",
                List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar, "status"));
        commands.put(
                "`migration status`", List.of("sh", folder.resolve("migration").toString(), "status"));
        for (int round = -1; round < rounds; round++) {
            add(round, "plain JDBC", ColdStart.time(Tool.PLAIN_JDBC, layout, plain));
            List<String> names = new ArrayList<>(commands.keySet());
            Collections.rotate(names, -round);
            for (String name : names) {
                add(round, name, time(commands.getOrDefault(name, List.of())));
            }
        }
        print(commands.keySet());
    }

    /** The round before the first one fills caches and writes the archive. */
    private void add(int round, String name, long nanos) {
        if (round >= 0) {
            millis.computeIfAbsent(name, key -> new ArrayList<>()).add(nanos / 1e6);
        }
    }

    private long time(List<String> command) throws IOException, InterruptedException {
        File output = layout.folder().resolve("status.out").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.to(output));
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("MIGRATION_CACHE", layout.folder().resolve("cache").toString());
        environment.put("MIGRATION_URL", database.getURL());
        environment.put("MIGRATION_USERNAME", String.valueOf(database.getUser()));
        environment.put("MIGRATION_PASSWORD", String.valueOf(database.getPassword()));
        environment.put(
                "MIGRATION_LOCATIONS",
                "filesystem:" + layout.root(Tool.REVGRAPH).resolve(RevisionFiles.FOLDER));
        long begin = System.nanoTime();
        int exit = builder.start().waitFor();
        long nanos = System.nanoTime() - begin;
        String said = Files.readString(output.toPath());
        if (exit != 0 || !said.contains("UP_TO_DATE")) {
            throw new IllegalStateException("The command fails: " + said);
        }
        return nanos;
    }

    private void print(Iterable<String> names) {
        List<Double> floor = millis.getOrDefault("plain JDBC", List.of());
        System.out.printf(Locale.ROOT, "| plain JDBC | %,.0f |%n", median(floor));
        for (String name : names) {
            List<Double> taken = millis.getOrDefault(name, List.of());
            List<Double> factors = new ArrayList<>();
            for (int i = 0; i < taken.size(); i++) {
                factors.add(taken.get(i) / floor.get(i));
            }
            System.out.printf(Locale.ROOT, "| %s | %,.0f (%.2f×) |%n", name, median(taken), median(factors));
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
