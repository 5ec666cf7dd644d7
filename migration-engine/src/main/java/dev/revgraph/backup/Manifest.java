package dev.revgraph.backup;

import dev.revgraph.ErrorCode;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept beside a backup, as properties that a person can read too. Immutable.
 *
 * @param database its name
 * @param server host and port, to tell databases of one name apart
 * @param createdAt when the backup was begun
 * @param serverVersion of PostgreSQL, in full
 * @param serverMajor its first number
 * @param programMajor the first number of {@code pg_dump}'s version
 * @param encoding of the database
 * @param locale the clauses of {@code CREATE DATABASE} that make one that sorts alike
 * @param bytes size of the backup's file
 * @param sha256 its checksum, in hexadecimal digits
 * @param contents what was counted in the snapshot that was backed up
 */
record Manifest(
        String database,
        String server,
        Instant createdAt,
        String serverVersion,
        int serverMajor,
        int programMajor,
        String encoding,
        String locale,
        long bytes,
        String sha256,
        Contents contents) {

    private static final String ROWS = "rows.";
    private static final String FORMAT = "1";

    /** Beside the backup, under its name. */
    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".manifest");
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("format", FORMAT);
        properties.setProperty("database", database);
        properties.setProperty("server", server);
        properties.setProperty("created-at", createdAt.toString());
        properties.setProperty("server-version", serverVersion);
        properties.setProperty("server-major", String.valueOf(serverMajor));
        properties.setProperty("program-major", String.valueOf(programMajor));
        properties.setProperty("encoding", encoding);
        properties.setProperty("locale", locale);
        properties.setProperty("bytes", String.valueOf(bytes));
        properties.setProperty("sha256", sha256);
        properties.setProperty("current", String.join(" ", contents.current()));
        properties.setProperty("applied", String.valueOf(contents.applied()));
        contents.rows().forEach((table, rows) -> properties.setProperty(ROWS + table, String.valueOf(rows)));
        StringWriter text = new StringWriter();
        properties.store(text, null);
        // Without the line that says when this was written, and in an order that stays.
        List<String> lines = text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .toList();
        Files.write(file, lines);
    }

    /**
     * Reads what is beside a backup.
     *
     * @throws BackupException if it is missing, or is no manifest
     */
    static Manifest of(Path backup) {
        Path file = beside(backup);
        if (!Files.isRegularFile(backup)) {
            throw new BackupException(
                    ErrorCode.BAD_BACKUP,
                    "There is no file \"" + backup + "\". Nothing has been changed.",
                    "Name the file that `backup` has written.");
        }
        try {
            return read(file);
        } catch (IOException | IllegalArgumentException | DateTimeParseException unreadable) {
            throw new BackupException(
                    ErrorCode.BAD_BACKUP,
                    "The backup \"" + backup
                            + "\" has no manifest that can be read beside it, so nobody can say whether"
                            + " it is complete: " + file + ". Nothing has been changed.",
                    "Put the manifest back beside it, or restore the file with `pg_restore` by hand.",
                    "",
                    unreadable);
        }
    }

    /** What is beside a backup, if that can be read. */
    static Optional<Manifest> find(Path backup) {
        try {
            return Optional.of(read(beside(backup)));
        } catch (IOException | IllegalArgumentException | DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Manifest read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return of(properties);
        }
    }

    private static Manifest of(Properties properties) {
        if (!FORMAT.equals(properties.getProperty("format"))) {
            throw new IllegalArgumentException("Unknown format.");
        }
        SortedMap<String, Long> rows = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(ROWS))
                .forEach(name -> rows.put(name.substring(ROWS.length()), Long.valueOf(text(properties, name))));
        String current = text(properties, "current");
        return new Manifest(
                text(properties, "database"),
                text(properties, "server"),
                Instant.parse(text(properties, "created-at")),
                text(properties, "server-version"),
                Integer.parseInt(text(properties, "server-major")),
                Integer.parseInt(text(properties, "program-major")),
                text(properties, "encoding"),
                text(properties, "locale"),
                Long.parseLong(text(properties, "bytes")),
                text(properties, "sha256"),
                new Contents(
                        current.isEmpty() ? List.of() : List.of(current.split(" ")),
                        Integer.parseInt(text(properties, "applied")),
                        rows));
    }

    private static String text(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("No " + name + ".");
        }
        return value;
    }
}
