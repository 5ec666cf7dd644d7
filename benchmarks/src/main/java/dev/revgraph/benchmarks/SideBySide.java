package dev.revgraph.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import liquibase.util.LiquibaseUtil;
import org.flywaydb.core.internal.license.VersionPrinter;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Compares all tools in one run and prints the tables of {@code README.md}. Progress goes to standard error. */
public final class SideBySide {

    private final Options options;
    private final Results results = new Results();

    private SideBySide(Options options) {
        this.options = options;
    }

    /** Takes {@code name=value}, see {@link Options}. */
    public static void main(String[] args) throws Exception {
        System.out.println(run(Options.parse(List.of(args))));
    }

    static String run(Options options) throws Exception {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Path folder = Files.createTempDirectory("side-by-side");
        try {
            return new SideBySide(options).run(folder);
        } finally {
            delete(folder);
        }
    }

    private String run(Path folder) throws Exception {
        StringBuilder facts = new StringBuilder();
        try {
            measure(folder, facts);
        } catch (Exception failure) {
            // An hour's figures are not lost to a failure in its last minute.
            System.out.println(facts.append('\n').append(new Report(options, results).tables()));
            throw failure;
        }
        return facts.append('\n').append(new Report(options, results).tables()).toString();
    }

    private void measure(Path folder, StringBuilder facts) throws Exception {
        try (Server server = options.url().isEmpty() ? Server.embedded(true) : Server.at(options.url())) {
            facts.append(machine(server));
            for (int size : options.sizes()) {
                all(server, Layout.write(folder, size, options.tools()));
            }
        }
        if (options.withoutFsync() && options.url().isEmpty()) {
            try (Server server = Server.embedded(false)) {
                for (int size : options.sizes()) {
                    Layout layout = Layout.write(folder, size, options.tools());
                    say("migrate from empty without fsync", size);
                    new Measurements(server, layout, results)
                            .fromEmpty(Measure.FROM_EMPTY_WITHOUT_FSYNC, options.migrations(), options.tools());
                }
            }
        }
    }

    private void all(Server server, Layout layout) throws Exception {
        Measurements measurements = new Measurements(server, layout, results);
        List<Tool> idle =
                options.tools().stream().filter(Tool::hasItsOwnNothing).toList();
        say("migrate from empty", layout.size());
        measurements.fromEmpty(Measure.FROM_EMPTY, options.migrations(), options.tools());
        say("nothing to do, warm", layout.size());
        measurements.nothingWarm(options.warm(), idle);
        say("nothing to do, new process", layout.size());
        measurements.nothingCold(options.cold(), idle);
        measurements.dropDatabases(options.tools());
    }

    private static String machine(Server server) throws Exception {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %s, Java %s, PostgreSQL: %s; Flyway %s, Liquibase %s; load at the start %.1f%n",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("java.version"),
                String.join(", ", server.facts()),
                VersionPrinter.getVersion(),
                LiquibaseUtil.getBuildVersion(),
                load());
    }

    private static void say(String what, int size) {
        System.err.printf(Locale.ROOT, "%s: %d changes (load %.1f)%n", what, size, load());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
