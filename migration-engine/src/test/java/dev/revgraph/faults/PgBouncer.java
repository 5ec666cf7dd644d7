package dev.revgraph.faults;

import dev.revgraph.fixture.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/** This machine's PgBouncer in front of a test's database. Aborts the test, and says so, where there is none. */
final class PgBouncer implements AutoCloseable {

    /** A port that was free a moment ago may be somebody else's now. */
    private static final int ATTEMPTS = 3;

    private final Process process;
    private final TestDatabase database;
    private final int port;

    private PgBouncer(Process process, TestDatabase database, int port) {
        this.process = process;
        this.database = database;
        this.port = port;
    }

    private static Path program() {
        return List.of((System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin").split(":")).stream()
                .map(directory -> Path.of(directory, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("PgBouncer is not installed here: `apt-get install pgbouncer`."));
    }

    /**
     * Starts it.
     *
     * @param mode {@code transaction} or {@code session}
     * @param size how many connections to the server it may have
     */
    static PgBouncer start(TestDatabase database, Path folder, String mode, int size) throws IOException {
        Path program = program();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int port = freePort();
            Process process = start(program, configuration(database, folder, mode, size, port), folder);
            Watcher.await("PgBouncer listens", () -> listens(folder, port) || !process.isAlive());
            if (process.isAlive()) {
                return new PgBouncer(process, database, port);
            }
        }
        throw new AssertionError("PgBouncer does not start:\n" + Files.readString(log(folder)));
    }

    private static Path configuration(TestDatabase database, Path folder, String mode, int size, int port)
            throws IOException {
        URI server = URI.create(database.url().substring("jdbc:".length()));
        Path users = Files.writeString(
                folder.resolve("users.txt"), "\"%s\" \"%s\"%n".formatted(database.username(), database.password()));
        return Files.writeString(
                folder.resolve("pgbouncer.ini"), """
                [databases]
                * = host=localhost port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = plain
                auth_file = %s
                pool_mode = %s
                default_pool_size = %d
                max_client_conn = 100
                """.formatted(server.getPort(), port, users, mode, size));
    }

    private static Process start(Path program, Path configuration, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        if (System.getProperty("user.name").equals("root")) {
            // It refuses to run as root.
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(configuration.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
                .start();
    }

    private static Path log(Path folder) {
        return folder.resolve("pgbouncer.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** As it says itself: whoever answers at the port may be somebody else. */
    private static boolean listens(Path folder, int port) {
        try {
            return Files.readString(log(folder)).contains("listening on 127.0.0.1:" + port + "\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The database through the pooler, credentials included. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database.name() + "?user=" + database.username()
                + "&password=" + database.password();
    }

    /** A new connection to the pooler for each request. */
    PGSimpleDataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url());
        return dataSource;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
