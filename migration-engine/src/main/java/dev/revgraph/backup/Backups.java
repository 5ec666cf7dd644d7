package dev.revgraph.backup;

import dev.revgraph.ErrorCode;
import dev.revgraph.server.Login;
import dev.revgraph.server.Surroundings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes backups of one database. Immutable and thread-safe; every call connects anew, as a backup needs a connection of its
 * own and a direct one: a pooler that hands a server process from one to the other loses the snapshot.
 */
public final class Backups {

    static final String SUFFIX = ".dump";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final String DUMPING = "dumping contents of table ";

    private final Login login;
    private final BackupSettings settings;
    private final Consumer<String> progress;
    private final Clock clock;

    /** @param progress told what is being worked on, a few words for each table */
    public Backups(Login login, BackupSettings settings, Consumer<String> progress) {
        this(login, settings, progress, Clock.systemUTC());
    }

    Backups(Login login, BackupSettings settings, Consumer<String> progress, Clock clock) {
        this.login = login;
        this.settings = settings;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Writes one. The file has its name only once it is complete and its manifest is beside it.
     *
     * @throws BackupException if there is no program that can, no room, or it fails
     */
    public Backup create() {
        try (Connection connection = login.dataSource().getConnection()) {
            int server = connection.getMetaData().getDatabaseMajorVersion();
            ClientProgram program = settings.programs().require("pg_dump", server);
            connection.setAutoCommit(false);
            return create(connection, server, program);
        } catch (SQLException failure) {
            throw failed("The server says: " + failure.getMessage() + ".", "", failure);
        } catch (IOException failure) {
            throw failed("The files cannot be written: " + failure + ".", "", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("It was interrupted.", "", interrupted);
        }
    }

    private Backup create(Connection connection, int server, ClientProgram program)
            throws SQLException, IOException, InterruptedException {
        Instant begin = clock.instant();
        Path folder = Files.createDirectories(settings.folder().toAbsolutePath());
        Snapshot snapshot = Snapshot.take(connection);
        Space.require(folder, snapshot.tableBytes());
        Path file = unused(folder, snapshot.database(), begin);
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            create(unfinished);
            dump(program, snapshot, unfinished);
            Surroundings surroundings = Surroundings.of(connection);
            Manifest manifest = new Manifest(
                    snapshot.database(),
                    server(),
                    begin,
                    snapshot.serverVersion(),
                    server,
                    program.major(),
                    surroundings.encoding(),
                    surroundings.locale(),
                    Files.size(unfinished),
                    Checksum.of(unfinished),
                    Contents.of(connection, settings.schema()));
            manifest.write(Manifest.beside(file));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return Backup.of(file, manifest, Retention.keep(settings.keep(), folder, manifest));
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private String server() {
        Map<String, String> environment = Environment.of(login, "");
        return environment.get("PGHOST") + ":" + environment.get("PGPORT");
    }

    private static Path unused(Path folder, String database, Instant time) {
        String name = database.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + TIME.format(time);
        Path file = folder.resolve(name + SUFFIX);
        for (int i = 2; Files.exists(file) || Files.exists(Manifest.beside(file)); i++) {
            file = folder.resolve(name + "-" + i + SUFFIX);
        }
        return file;
    }

    /** It will hold what the tables hold: nobody else on this machine may read it. */
    private static void create(Path file) throws IOException {
        if (Set.copyOf(file.getFileSystem().supportedFileAttributeViews()).contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private void dump(ClientProgram program, Snapshot snapshot, Path file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.file().toString(),
                "--format=custom",
                "--no-password",
                "--verbose",
                "--lock-wait-timeout=60000",
                "--snapshot=" + snapshot.id(),
                "--file=" + file));
        ProgramRun.Result result = ProgramRun.run(command, Environment.of(login, snapshot.database()), this::tell);
        if (result.failed()) {
            throw failed(result.sentence("pg_dump"), result.words(), null);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private void tell(String line) {
        int table = line.indexOf(DUMPING);
        if (table >= 0) {
            progress.accept("backing up " + line.substring(table + DUMPING.length()));
        }
    }

    private static BackupException failed(String why, String details, @Nullable Throwable cause) {
        return new BackupException(
                ErrorCode.BACKUP_FAILED,
                "The backup fails, and nothing of it remains. " + why + " The database has not been changed.",
                "Correct that and try again.",
                details,
                cause);
    }
}
