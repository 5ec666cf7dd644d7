package dev.revgraph.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The server that is measured on: embedded binaries with the settings of a real one, or any server by its URL. */
final class Server implements AutoCloseable {

    private final PGSimpleDataSource administration;
    private final @Nullable EmbeddedPostgres embedded;

    private Server(PGSimpleDataSource administration, @Nullable EmbeddedPostgres embedded) {
        this.administration = administration;
        this.embedded = embedded;
    }

    static Server embedded(boolean fsync) throws IOException {
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                // The library turns both off for the sake of tests, but what a commit costs is part of the question.
                .setServerConfig("fsync", fsync ? "on" : "off")
                .setServerConfig("synchronous_commit", "on")
                .start();
        return new Server(source(started.getJdbcUrl("postgres", "postgres")), started);
    }

    /** @param url of a superuser, with its password */
    static Server at(String url) {
        return new Server(source(url), null);
    }

    static PGSimpleDataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        return source;
    }

    PGSimpleDataSource database(String name) {
        PGSimpleDataSource source = source(administration.getURL());
        source.setUser(administration.getUser());
        source.setPassword(administration.getPassword());
        source.setDatabaseName(name);
        return source;
    }

    /** A new, empty database; an old one of the name goes. Nothing of this is left to be written afterwards. */
    PGSimpleDataSource create(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)", "CREATE DATABASE " + name, "CHECKPOINT");
        return database(name);
    }

    void drop(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    void checkpoint() throws SQLException {
        execute("CHECKPOINT");
    }

    /** The settings that decide what is measured, as the server has them. */
    List<String> facts() throws SQLException {
        List<String> facts = new ArrayList<>();
        try (Connection connection = administration.getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : List.of("server_version", "fsync", "synchronous_commit", "shared_buffers")) {
                try (ResultSet row = statement.executeQuery("SHOW " + name)) {
                    row.next();
                    facts.add(name + " " + row.getString(1));
                }
            }
        }
        return facts;
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = administration.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
