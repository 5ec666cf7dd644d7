package dev.revgraph.run;

import dev.revgraph.revision.BatchSource;
import dev.revgraph.revision.RevisionContext;
import dev.revgraph.revision.SchemaInspector;
import dev.revgraph.schema.CatalogInspector;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a Java revision works with during one run. */
final class CodeContext implements RevisionContext {

    private final RunContext run;
    private final Work work;
    private final boolean transactional;
    private final BatchNames names;

    CodeContext(RunContext run, Work work, boolean transactional) {
        this.run = run;
        this.work = work;
        this.transactional = transactional;
        this.names = new BatchNames(work.revision());
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
        return new CatalogInspector(run.session.jdbc());
    }

    @Override
    public BatchSource batches(String name) {
        if (transactional) {
            throw new BatchException(
                    work.revision(),
                    "the revision is one transaction, and pages commit one by one.",
                    "Declare it with @Revision(transaction = false).");
        }
        names.give(name);
        return (table, key) -> new TableBatches(run, work, names, BatchPlan.over(name, table, key));
    }

    @Override
    public Map<String, String> placeholders() {
        return run.settings.placeholders();
    }
}
