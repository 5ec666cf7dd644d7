package dev.revgraph.benchmarks;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that lets one tool do its work and ends; and how long that takes. */
final class ColdStart {

    private ColdStart() {}

    /** Takes tool, JDBC URL, user, password, folder of the files. */
    public static void main(String[] args) throws Exception {
        PGSimpleDataSource database = Server.source(args[1]);
        database.setUser(args[2]);
        database.setPassword(args[3]);
        Tool.valueOf(args[0]).contender().migrate(database, Path.of(args[4]), ColdStart.class.getClassLoader());
    }

    /** From the start of the process to its end, in nanoseconds. The class path holds what the tool needs, no more. */
    static long time(Tool tool, Layout layout, PGSimpleDataSource database) throws IOException, InterruptedException {
        Path root = layout.root(tool);
        File output = layout.folder().resolve(tool.name() + ".out").toFile();
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(tool) + File.pathSeparator + root,
                        ColdStart.class.getName(),
                        tool.name(),
                        database.getURL(),
                        Objects.requireNonNullElse(database.getUser(), ""),
                        Objects.requireNonNullElse(database.getPassword(), ""),
                        root.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(output));
        long begin = System.nanoTime();
        int exit = command.start().waitFor();
        long nanos = System.nanoTime() - begin;
        if (exit != 0) {
            throw new IllegalStateException(tool.label() + " fails: " + Files.readString(output.toPath()));
        }
        return nanos;
    }

    private static String classPath(Tool tool) {
        List<String> jars = tool.contender().jars();
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> isNeeded(Path.of(entry), jars))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isNeeded(Path entry, List<String> jars) {
        // Classes of this build may come as a folder and not as a jar yet.
        return Files.isDirectory(entry)
                || jars.stream().anyMatch(entry.getFileName().toString()::startsWith)
                || entry.getFileName().toString().startsWith("benchmarks-");
    }
}
