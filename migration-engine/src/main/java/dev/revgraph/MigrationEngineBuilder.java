package dev.revgraph;

import dev.revgraph.revision.JavaRevision;
import dev.revgraph.run.MigrationListener;
import dev.revgraph.script.RevisionSources;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Collects what a {@link MigrationEngine} needs; not thread-safe. */
public final class MigrationEngineBuilder {

    private final DataSource dataSource;
    private String name = "default";
    private MigrationSettings settings = MigrationSettings.defaults();
    private ClassLoader classLoader = MigrationEngine.class.getClassLoader();
    private Collection<? extends JavaRevision> codeRevisions = List.of();
    private Collection<? extends MigrationListener> listeners = List.of();

    MigrationEngineBuilder(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public MigrationEngineBuilder name(String value) {
        name = value;
        return this;
    }

    public MigrationEngineBuilder settings(MigrationSettings value) {
        settings = value;
        return this;
    }

    /** Where {@code classpath:} locations are looked for. */
    public MigrationEngineBuilder classLoader(ClassLoader value) {
        classLoader = value;
        return this;
    }

    public MigrationEngineBuilder codeRevisions(Collection<? extends JavaRevision> value) {
        codeRevisions = value;
        return this;
    }

    public MigrationEngineBuilder listeners(Collection<? extends MigrationListener> value) {
        listeners = value;
        return this;
    }

    /**
     * Neither reads files nor connects.
     *
     * @throws MigrationException for a location that cannot be one
     */
    public MigrationEngine build() {
        RevisionSources sources = RevisionSources.of(classLoader)
                .withPlaceholders(settings.placeholders())
                .withCode(codeRevisions);
        return new MigrationEngine(Workings.of(dataSource, name, settings, sources, List.copyOf(listeners)));
    }
}
