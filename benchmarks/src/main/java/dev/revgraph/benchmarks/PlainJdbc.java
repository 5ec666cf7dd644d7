package dev.revgraph.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The work itself and nothing else, as one would write it by hand for this one case: reads every file once, compares
 * its checksum with the row of a version table, runs what is missing with its row in one transaction each. No graph, no
 * splitting, no log, no lock, no messages.
 */
final class PlainJdbc implements Contender {

    private static final String CREATE = """
            CREATE TABLE plain_version (
                id text PRIMARY KEY,
                description text NOT NULL,
                checksum text NOT NULL,
                applied_at timestamptz NOT NULL DEFAULT now(),
                applied_by text NOT NULL DEFAULT session_user,
                millis bigint NOT NULL
            )
            """;

    private static final String INSERT =
            "INSERT INTO plain_version (id, description, checksum, millis) VALUES (?, ?, ?, ?)";

    private final boolean asynchronous;

    /** @param asynchronous whether all commits but the last one return before they are on disk, as the engine's do */
    PlainJdbc(boolean asynchronous) {
        this.asynchronous = asynchronous;
    }

    @Override
    public void write(Path root, List<Change> changes) throws IOException {
        RevisionFiles.write(root, changes);
    }

    @Override
    public List<String> jars() {
        return List.of("postgresql-");
    }

    @Override
    public void migrate(DataSource database, Path root, ClassLoader files) throws Exception {
        List<Script> scripts = read(root.resolve(RevisionFiles.FOLDER));
        try (Connection connection = database.getConnection()) {
            Map<String, String> applied = applied(connection);
            List<Script> missing = new ArrayList<>();
            for (Script script : scripts) {
                String checksum = applied.get(script.id());
                if (checksum == null) {
                    missing.add(script);
                } else if (!checksum.equals(script.checksum())) {
                    throw new IllegalStateException(script.id() + " has changed");
                }
            }
            apply(connection, missing);
        }
    }

    private static List<Script> read(Path folder) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<Path> paths;
        try (Stream<Path> found = Files.list(folder)) {
            paths = found.sorted().toList();
        }
        List<Script> scripts = new ArrayList<>();
        for (Path path : paths) {
            byte[] bytes = Files.readAllBytes(path);
            String id = path.getFileName().toString().replace(".sql", "");
            scripts.add(new Script(
                    id,
                    new String(bytes, StandardCharsets.UTF_8),
                    HexFormat.of().formatHex(digest.digest(bytes))));
        }
        return scripts;
    }

    private static Map<String, String> applied(Connection connection) throws SQLException {
        Map<String, String> applied = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("SELECT to_regclass('plain_version') IS NOT NULL")) {
                table.next();
                if (!table.getBoolean(1)) {
                    statement.execute(CREATE);
                    return applied;
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT * FROM plain_version")) {
                while (rows.next()) {
                    applied.put(rows.getString("id"), rows.getString("checksum"));
                }
            }
        }
        return applied;
    }

    private void apply(Connection connection, List<Script> scripts) throws SQLException {
        if (scripts.isEmpty()) {
            return;
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < scripts.size(); i++) {
                Script script = scripts.get(i);
                long begin = System.nanoTime();
                if (asynchronous && i < scripts.size() - 1) {
                    statement.execute("SET LOCAL synchronous_commit = off");
                }
                statement.execute(RevisionFiles.upgrade(script.text()));
                insert.setString(1, script.id());
                insert.setString(2, script.id().substring(6));
                insert.setString(3, script.checksum());
                insert.setLong(4, (System.nanoTime() - begin) / 1_000_000);
                insert.executeUpdate();
                connection.commit();
            }
        }
        connection.setAutoCommit(true);
    }

    /** A file as read. */
    private record Script(String id, String text, String checksum) {}
}
