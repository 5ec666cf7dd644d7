package dev.revgraph.backup;

import dev.revgraph.ErrorCode;
import dev.revgraph.schema.model.SqlName;
import dev.revgraph.server.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Restores backups. A backup is read into a fresh database beside the one it is for; only when everything is there does
 * the fresh one take its place, and the old one is kept under another name. Immutable and thread-safe.
 */
public final class Restores {

    private static final int MOST_JOBS = 4;
    private static final String INVALID_CATALOG_NAME = "3D000";
    private static final String PROCESSING = "processing data for table ";

    private static final String TARGET = """
            SELECT (SELECT count(*) FROM pg_catalog.pg_database WHERE datname = %1$s),
                   (SELECT count(*) FROM pg_catalog.pg_stat_activity
                     WHERE datname = %1$s AND pid <> pg_catalog.pg_backend_pid() AND backend_type = 'client backend')
            """;

    private final Login login;
    private final BackupSettings settings;
    private final Consumer<String> progress;
    private final Clock clock;

    /** @param progress told what is being worked on, a few words for each table */
    public Restores(Login login, BackupSettings settings, Consumer<String> progress) {
        this(login, settings, progress, Clock.systemUTC());
    }

    Restores(Login login, BackupSettings settings, Consumer<String> progress, Clock clock) {
        this.login = login;
        this.settings = settings;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * What would be replaced by what; reads the whole file, changes nothing.
     *
     * @param database to restore into; {@code null} for the one that the login names
     * @throws BackupException if the backup is not what was written, or no program here can restore it
     */
    public RestorePlan plan(Path file, @Nullable String database) {
        Manifest manifest = Manifest.of(file);
        requireWhole(file, manifest);
        String target = database == null ? login.dataSource().getDatabaseName() : database;
        if (target == null) {
            throw failed("The address names no database.", "", null);
        }
        try (Connection elsewhere = elsewhere(target)) {
            int server = elsewhere.getMetaData().getDatabaseMajorVersion();
            requireFit(manifest, server);
            program(manifest, server);
            return plan(file, manifest, target, elsewhere);
        } catch (SQLException failure) {
            throw failed(words(failure), "", failure);
        }
    }

    private RestorePlan plan(Path file, Manifest manifest, String target, Connection elsewhere) throws SQLException {
        Contents before = new Contents(List.of(), 0, new TreeMap<>());
        boolean replaces;
        int sessions;
        try (Statement statement = elsewhere.createStatement();
                ResultSet row = statement.executeQuery(TARGET.formatted(SqlName.literal(target)))) {
            row.next();
            replaces = row.getInt(1) == 1;
            sessions = row.getInt(2);
        }
        if (replaces) {
            before = contents(target);
        }
        return new RestorePlan(
                file,
                manifest.database(),
                manifest.createdAt(),
                manifest.contents().current(),
                target,
                replaces,
                before.current(),
                before.rows().size(),
                sessions,
                remarks(elsewhere));
    }

    private static List<String> remarks(Connection elsewhere) throws SQLException {
        Role role = Role.of(elsewhere);
        return role.superuser()
                ? List.of()
                : List.of("Everything will belong to the role \"" + role.name()
                        + "\": it is no superuser, so it cannot give things to others.");
    }

    /**
     * Restores it, and counts what is there then.
     *
     * @param plan as {@link #plan} made it; the file is read again
     * @throws BackupException if it fails; the old database is where it was
     */
    public Restored restore(RestorePlan plan) {
        long begin = System.nanoTime();
        Manifest manifest = Manifest.of(plan.file());
        long second = clock.instant().getEpochSecond();
        String fresh = FreshDatabase.name(plan.database(), "_restoring_" + second);
        String aside = FreshDatabase.name(plan.database(), "_replaced_" + second);
        try (Connection elsewhere = elsewhere(plan.database())) {
            FreshDatabase.create(elsewhere, fresh, manifest);
            try {
                read(elsewhere, plan.file(), manifest, fresh);
                if (plan.replaces()) {
                    Swap.copySettings(elsewhere, plan.database(), fresh);
                }
                Contents restored = count(manifest, fresh);
                if (plan.replaces()) {
                    Swap.take(elsewhere, plan.database(), aside, fresh);
                } else {
                    FreshDatabase.rename(elsewhere, fresh, plan.database());
                }
                return new Restored(
                        plan.database(),
                        restored.current(),
                        restored.rows().size(),
                        restored.rowsInAll(),
                        plan.replaces() ? aside : null,
                        (System.nanoTime() - begin) / 1_000_000);
            } finally {
                FreshDatabase.drop(elsewhere, fresh);
            }
        } catch (SQLException failure) {
            throw failed(words(failure), "", failure);
        } catch (IOException failure) {
            throw failed("The file cannot be read: " + failure + ".", "", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("It was interrupted.", "", interrupted);
        }
    }

    private Contents count(Manifest manifest, String fresh) throws SQLException {
        progress.accept("counting");
        Contents restored = contents(fresh);
        List<String> differences = manifest.contents().differences(restored);
        if (!differences.isEmpty()) {
            throw failed("What was restored is not what was backed up. " + String.join(" ", differences), "", null);
        }
        return restored;
    }

    private Contents contents(String database) throws SQLException {
        try (Connection connection = login.dataSource(database).getConnection()) {
            return Contents.of(connection, settings.schema());
        }
    }

    private void read(Connection elsewhere, Path file, Manifest manifest, String fresh)
            throws SQLException, IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program(manifest, elsewhere.getMetaData().getDatabaseMajorVersion())
                        .file()
                        .toString(),
                "--exit-on-error",
                "--no-password",
                "--verbose",
                "--jobs=" + Math.min(MOST_JOBS, Runtime.getRuntime().availableProcessors()),
                "--dbname=" + fresh));
        if (!Role.of(elsewhere).superuser()) {
            command.add("--no-owner");
        }
        command.add(file.toString());
        ProgramRun.Result result = ProgramRun.run(command, Environment.of(login, fresh), this::tell);
        if (result.failed()) {
            throw failed(result.sentence("pg_restore"), result.words(), null);
        }
        progress.accept("collecting statistics");
        try (Connection inside = login.dataSource(fresh).getConnection();
                Statement statement = inside.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    private void tell(String line) {
        int table = line.indexOf(PROCESSING);
        if (table >= 0) {
            progress.accept("restoring " + line.substring(table + PROCESSING.length()));
        }
    }

    private ClientProgram program(Manifest manifest, int server) {
        return settings.programs().require("pg_restore", Math.max(server, manifest.programMajor()));
    }

    private static void requireFit(Manifest manifest, int server) {
        if (server < manifest.serverMajor()) {
            throw new BackupException(
                    ErrorCode.SERVER_VERSION,
                    "The backup is of PostgreSQL " + manifest.serverVersion() + " and the server is PostgreSQL "
                            + server + ", which does not understand all that is in it. Nothing has been changed.",
                    "Restore it on a server of version " + manifest.serverMajor() + " or newer.");
        }
    }

    private static void requireWhole(Path file, Manifest manifest) {
        try {
            if (Checksum.of(file).equals(manifest.sha256())) {
                return;
            }
        } catch (IOException unreadable) {
            throw new BackupException(
                    ErrorCode.BAD_BACKUP,
                    "The backup \"" + file + "\" cannot be read: " + unreadable + ". Nothing has been changed.",
                    "Correct that and try again.",
                    "",
                    unreadable);
        }
        throw new BackupException(
                ErrorCode.BAD_BACKUP,
                "The backup \"" + file
                        + "\" is not the file that was written: its checksum is not that of the manifest."
                        + " Nothing has been changed.",
                "Take another copy of it, or another backup.");
    }

    /** A connection to neither the database that is replaced nor the one that replaces it. */
    private Connection elsewhere(String target) throws SQLException {
        List<String> candidates = target.equals("postgres") ? List.of("template1") : List.of("postgres", "template1");
        for (String candidate : candidates) {
            try {
                return login.dataSource(candidate).getConnection();
            } catch (SQLException absent) {
                boolean last = candidate.equals(candidates.get(candidates.size() - 1));
                if (last || !INVALID_CATALOG_NAME.equals(absent.getSQLState())) {
                    throw absent;
                }
            }
        }
        throw new IllegalStateException("There is at least one candidate.");
    }

    private static String words(SQLException failure) {
        return "The server says: "
                + String.valueOf(failure.getMessage()).lines().findFirst().orElse("") + ".";
    }

    private static BackupException failed(String why, String details, @Nullable Throwable cause) {
        return new BackupException(
                ErrorCode.RESTORE_FAILED,
                "The restore fails. " + why + " The database is as it was.",
                "Correct that and try again.",
                details,
                cause);
    }
}
