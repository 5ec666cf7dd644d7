package dev.revgraph.cli.standalone;

import dev.revgraph.MigrationEngine;
import dev.revgraph.cli.Workplace;
import dev.revgraph.rehearse.Login;
import dev.revgraph.run.MigrationListener;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** A database and folders that somebody has named; no application around them. */
final class StandaloneWorkplace implements Workplace {

    private final MigrationEngine engine;
    private final String programPath;
    private final boolean named;
    private final PGSimpleDataSource dataSource;

    StandaloneWorkplace(Choices choices, String programPath, MigrationListener listener) {
        Optional<PGSimpleDataSource> database = choices.dataSource();
        this.programPath = programPath;
        this.named = database.isPresent();
        // Never asked for a connection if no database is named: commands look first.
        this.dataSource = database.orElseGet(PGSimpleDataSource::new);
        this.engine = MigrationEngine.builder(dataSource)
                .settings(choices.settings())
                .listeners(List.of(listener))
                .build();
    }

    @Override
    public MigrationEngine engine() {
        return engine;
    }

    @Override
    public Login login() {
        return Login.of(dataSource);
    }

    @Override
    public String programPath() {
        return programPath;
    }

    @Override
    public boolean hasDatabase() {
        return named;
    }
}
