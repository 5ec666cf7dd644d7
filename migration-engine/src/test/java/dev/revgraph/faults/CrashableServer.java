package dev.revgraph.faults;

import dev.revgraph.fixture.PostgresServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server of the test's own, which may be stopped in the middle of its work. One at a time calls it. */
final class CrashableServer implements AutoCloseable {

    /** The role that owns the databases; no superuser. */
    static final String OWNER = "owner";

    private final EmbeddedPostgres postgres;
    private final Path data;
    private final String control;
    private int databases;

    private CrashableServer(EmbeddedPostgres postgres, Path data, String control) {
        this.postgres = postgres;
        this.data = data;
        this.control = control;
    }

    /** @param folder of the test; the server's files go into it */
    static CrashableServer start(Path folder) throws IOException {
        Path data = folder.resolve("server");
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data.toFile())
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("timezone", PostgresServer.TIME_ZONE)
                .setServerConfig("max_connections", "100")
                .setServerConfig("log_min_messages", "panic")
                .setServerConfig("synchronous_commit", "on")
                .start();
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        Path program = Path.of(ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .orElseThrow(() -> new IllegalStateException("The server's program is not to be seen.")));
        CrashableServer server = new CrashableServer(
                postgres, data, program.resolveSibling("pg_ctl").toString());
        server.administration().sql("CREATE ROLE " + OWNER + " LOGIN").update();
        return server;
    }

    int port() {
        return postgres.getPort();
    }

    JdbcClient administration() {
        return JdbcClient.create(dataSource("postgres", "postgres"));
    }

    PGSimpleDataSource dataSource(String user, String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url(port(), user, database));
        return dataSource;
    }

    /** A way to a database through a port, which may be a proxy's. */
    static String url(int port, String user, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=" + user;
    }

    /** A new, empty database; returns its name. */
    String createDatabase() {
        String name = "faults_" + ++databases;
        administration().sql("CREATE DATABASE " + name + " OWNER " + OWNER).update();
        return name;
    }

    void dropDatabase(String name) {
        administration().sql("DROP DATABASE " + name + " WITH (FORCE)").update();
    }

    /** The server is stopped without a chance to finish anything, and comes back. */
    void crash() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root; this is how the embedded server is started as well.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(control, "restart", "-D", data.toString(), "-m", "immediate", "-w", "-s"));
        Process restart = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("restart.log").toFile())
                .start();
        if (!restart.waitFor(2, TimeUnit.MINUTES) || restart.exitValue() != 0) {
            throw new IllegalStateException(
                    "The server does not come back: " + Files.readString(data.resolveSibling("restart.log")));
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
