package dev.revgraph.cli.standalone;

import dev.revgraph.MigrationEngine;
import dev.revgraph.backup.BackupSettings;
import dev.revgraph.cli.Workplace;
import dev.revgraph.run.MigrationListener;
import dev.revgraph.script.IdStyle;
import dev.revgraph.server.Login;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A database and folders that somebody has named; no application around them. */
final class StandaloneWorkplace implements Workplace {

    private final Choices choices;
    private final MigrationListener listener;
    private @Nullable PGSimpleDataSource database;
    private boolean looked;
    private @Nullable MigrationEngine engine;

    StandaloneWorkplace(Choices choices, MigrationListener listener) {
        this.choices = choices;
        this.listener = listener;
    }

    @Override
    public MigrationEngine engine() {
        if (engine == null) {
            engine = engine(dataSource());
        }
        return engine;
    }

    @Override
    public MigrationEngine offlineEngine() {
        return engine(new PGSimpleDataSource());
    }

    private MigrationEngine engine(PGSimpleDataSource dataSource) {
        return MigrationEngine.builder(dataSource)
                .settings(choices.settings())
                .listeners(List.of(listener))
                .build();
    }

    /** Never asked for a connection if no database is named: commands look first. */
    private PGSimpleDataSource dataSource() {
        return database().orElseGet(PGSimpleDataSource::new);
    }

    private Optional<PGSimpleDataSource> database() {
        if (!looked) {
            database = choices.dataSource().orElse(null);
            looked = true;
        }
        return Optional.ofNullable(database);
    }

    @Override
    public Login login() {
        return Login.of(dataSource());
    }

    @Override
    public BackupSettings backupSettings() {
        return choices.backupSettings();
    }

    @Override
    public IdStyle idStyle() {
        return choices.idStyle();
    }

    @Override
    public boolean hasDatabase() {
        return database().isPresent();
    }
}
