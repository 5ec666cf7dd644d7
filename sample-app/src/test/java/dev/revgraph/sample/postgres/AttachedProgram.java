package dev.revgraph.sample.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** Another JVM that uses the server, until it is killed. */
final class AttachedProgram {

    private AttachedProgram() {}

    /** Attaches to the directory given, with the binaries given, says so with one line, and waits for its end. */
    public static void main(String[] arguments) throws Exception {
        var directory = new DataDirectory(Path.of(arguments[0]));
        try (var server = EmbeddedServer.attach(directory, Path.of(arguments[1]))) {
            System.out.println(server.jdbcUrl());
            while (System.in.read() >= 0) {
                // Until the test that started this program has ended.
            }
        }
    }

    /** Returns once the program is attached. */
    static Process start(DataDirectory directory, Path binaries) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        AttachedProgram.class.getName(),
                        directory.root().toString(),
                        binaries.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.inputReader();
        var line = output.readLine();
        while (line != null && !line.startsWith("jdbc:")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("The program has ended.");
        }
        return process;
    }
}
