package dev.revgraph.cli;

import dev.revgraph.MigrationEngine;
import dev.revgraph.backup.BackupSettings;
import dev.revgraph.rehearse.Model;
import dev.revgraph.script.IdStyle;
import dev.revgraph.server.Login;
import java.util.List;
import java.util.Optional;

/** What a command works with: revisions and, where one is named, a database. Built lazily; used by one thread. */
public interface Workplace extends AutoCloseable {

    /**
     * The engine; its database need not answer until it is asked something.
     *
     * @throws dev.revgraph.MigrationException if the configuration does not allow to build one
     */
    MigrationEngine engine();

    /**
     * An engine that is asked for nothing but what the files say; no database need be configured.
     *
     * @throws dev.revgraph.MigrationException if the configuration does not allow to build one
     */
    default MigrationEngine offlineEngine() {
        return engine();
    }

    /**
     * How the database's server is reached, for other databases on it.
     *
     * @throws dev.revgraph.MigrationException if the configuration gives no address
     */
    Login login();

    /** What the application's entities want the schema to be; nothing where there are none. */
    default Optional<Model> entities() {
        return Optional.empty();
    }

    /** Whether a database is named at all. */
    boolean hasDatabase();

    /** Where revision files are, prefixed by {@code classpath:} or {@code filesystem:}. */
    default List<String> locations() {
        return engine().settings().locations();
    }

    /** How backups are made, where no option says otherwise. */
    BackupSettings backupSettings();

    /** How ids of new revisions are made, where no option says otherwise. */
    IdStyle idStyle();

    @Override
    default void close() {}
}
