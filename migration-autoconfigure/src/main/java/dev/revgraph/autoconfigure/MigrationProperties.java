package dev.revgraph.autoconfigure;

import dev.revgraph.MigrationSettings.OnModified;
import dev.revgraph.MigrationSettings.TransactionMode;
import dev.revgraph.backup.BackupSettings;
import dev.revgraph.script.IdStyle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys below {@code migration}; one that is not among them stops the start. Immutable.
 *
 * @param enabled Whether migrations have a part in this application at all.
 * @param onStartup What to do about the database when the application starts.
 * @param allowPendingMigrations Whether the application may start with revisions that are not applied. The environment
 *     variable ALLOW_PENDING_MIGRATIONS says the same.
 * @param locations Where revision files are looked for, prefixed by "classpath:" or "filesystem:".
 * @param repeatableLocations Where repeatable scripts are looked for, prefixed by "classpath:" or "filesystem:".
 * @param schema Schema of the tables that record what is applied. By default the connection's current schema. The
 *     search path of revisions is not changed by it.
 * @param target Revision that the database should be at. Measures what is pending, too.
 * @param transaction How many transactions a run has.
 * @param lockTimeout How long a statement of a revision waits for a lock before the revision is rolled back and tried
 *     again. Zero waits for ever.
 * @param lockRetries How often a revision is tried again after it waited for a lock in vain.
 * @param statementTimeout How long a statement of a revision may run. By default as the server has it.
 * @param waitForLock How long to wait for another instance that is migrating the same database.
 * @param connectRetries How often to try again, with growing pauses, when the database does not answer at start.
 * @param allowAhead Whether to accept a database in which revisions are applied that this application does not know, as
 *     an older release meets them.
 * @param outOfOrder Whether a revision may be applied that appeared below revisions that are applied already.
 * @param onModified What to do when the file of an applied revision has changed.
 * @param placeholders Values that replace "${name}" in revision files.
 * @param idStyle How the ids of new revision files are made.
 * @param diagnosis How failures are explained.
 * @param backup Backups that are made with PostgreSQL's own programs.
 * @param drift Looks at intervals whether somebody has changed the database by hand.
 * @param url JDBC URL for migrations. By default the application's data source is used.
 * @param username Role that migrates. Without a URL of its own it connects to the database of the application's data
 *     source.
 * @param password Password of the role that migrates.
 */
@ConfigurationProperties(prefix = "migration", ignoreUnknownFields = false)
public record MigrationProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("upgrade") OnStartup onStartup,
        @DefaultValue("false") boolean allowPendingMigrations,
        @DefaultValue("classpath:db/revisions") List<String> locations,
        @DefaultValue("classpath:db/repeatable") List<String> repeatableLocations,
        @Nullable String schema,
        @DefaultValue("head") String target,
        @DefaultValue("per-revision") TransactionMode transaction,
        @DefaultValue("5s") Duration lockTimeout,
        @DefaultValue("10") int lockRetries,
        @Nullable Duration statementTimeout,
        @DefaultValue("10m") Duration waitForLock,
        @DefaultValue("0") int connectRetries,
        @DefaultValue("true") boolean allowAhead,
        @DefaultValue("false") boolean outOfOrder,
        @DefaultValue("fail") OnModified onModified,
        @DefaultValue Map<String, String> placeholders,
        @DefaultValue("date") IdStyle idStyle,
        @DefaultValue Diagnosis diagnosis,
        @DefaultValue Backup backup,
        @DefaultValue Drift drift,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password) {

    public MigrationProperties {
        locations = List.copyOf(locations);
        repeatableLocations = List.copyOf(repeatableLocations);
        placeholders = Collections.unmodifiableMap(new TreeMap<>(placeholders));
    }

    /**
     * How failures are explained.
     *
     * @param sampleRows How many rows the explanation of a failed statement shows at most. With 0 it shows no values of
     *     rows.
     */
    public record Diagnosis(@DefaultValue("5") int sampleRows) {}

    /**
     * Backups that are made with PostgreSQL's own programs.
     *
     * @param beforeUpgrade Whether to back the database up at start-up, before pending revisions are applied to it.
     * @param folder Folder that backups go to.
     * @param keep How many backups of one database are kept there. With 0 all are.
     * @param programs Folder of "pg_dump" and "pg_restore". By default they are looked for in PATH, and where Linux
     *     distributions install several versions side by side.
     */
    public record Backup(
            @DefaultValue("false") boolean beforeUpgrade,
            @DefaultValue(BackupSettings.USUAL_FOLDER) Path folder,
            @DefaultValue("0") int keep,
            @Nullable Path programs) {}

    /**
     * Looks at intervals whether somebody has changed the database by hand.
     *
     * @param interval Time between two comparisons of the database with what its revisions make, shown as a detail of
     *     health. By default there are none. Each replays the revisions in a shadow database, so the role needs CREATEDB.
     */
    public record Drift(@Nullable Duration interval) {}

    /** Leaves out everything that may be a secret. */
    @Override
    public String toString() {
        return "MigrationProperties[onStartup=" + onStartup + ", target=" + target + "]";
    }
}
