package dev.revgraph.run;

import dev.revgraph.revision.BatchSource;
import dev.revgraph.revision.RevisionContext;
import dev.revgraph.revision.SchemaInspector;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a Java revision works with during one run. */
final class CodeContext implements RevisionContext {

    private final RunContext run;
    private final Work work;
    private final boolean transactional;

    CodeContext(RunContext run, Work work, boolean transactional) {
        this.run = run;
        this.work = work;
        this.transactional = transactional;
    }

    @Override
    public String revision() {
        return work.revision();
    }

    @Override
    public JdbcClient jdbc() {
        return JdbcClient.create(run.session.jdbc());
    }

    @Override
    public SchemaInspector schema() {
        throw new UnsupportedOperationException("schema");
    }

    @Override
    public BatchSource batches(String name) {
        throw new UnsupportedOperationException("batches " + transactional);
    }

    @Override
    public Map<String, String> placeholders() {
        return run.settings.placeholders();
    }
}
