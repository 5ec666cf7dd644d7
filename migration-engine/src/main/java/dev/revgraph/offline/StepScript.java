package dev.revgraph.offline;

import dev.revgraph.MigrationSettings;
import dev.revgraph.plan.Step;
import dev.revgraph.script.PsqlText;
import dev.revgraph.script.SqlStatement;
import dev.revgraph.store.RecordScript;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Writes steps as they are taken inside a transaction, their records with them. */
final class StepScript {

    static final String BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;\n";

    /** Makes psql fail if a statement returns no row, and print nothing if it does. */
    static final String ONE_ROW = "\n\\gset revgraph_\n";

    /** Since the transaction began. */
    static final String MILLIS = "(extract(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.now()) * 1000)::bigint";

    private final StringBuilder script;
    private final RecordScript records;
    private final MigrationSettings settings;

    private boolean limited;

    StepScript(StringBuilder script, String schema, MigrationSettings settings) {
        this.script = script;
        this.records = new RecordScript(schema, MILLIS);
        this.settings = settings;
    }

    RecordScript records() {
        return records;
    }

    /**
     * One transaction with some steps.
     *
     * @param applied how many revisions are applied before the first one
     */
    void transaction(List<StepContent> steps, int applied) {
        script.append(BEGIN);
        limited = false;
        guard(script, steps.get(0), applied);
        steps.forEach(this::step);
        script.append("COMMIT;\n\n");
    }

    static void guard(StringBuilder script, StepContent first, int applied) {
        script.append("SET LOCAL revgraph.heads = '")
                .append(String.join(" ", first.line().headsBefore()))
                .append("';\nSET LOCAL revgraph.applied = '")
                .append(applied)
                .append("';\n")
                .append(Preamble.LOCK)
                .append('\n')
                .append(Preamble.GUARD)
                .append('\n');
    }

    private void step(StepContent content) {
        // Data in the lines of a script cannot be left out: psql would read it as SQL.
        boolean conditional = content.step() instanceof Step.Repeat && !content.copies();
        if (conditional) {
            script.append(records.isChanged(Objects.requireNonNull(content.record(), "A script is recorded.")))
                    .append(" AS revgraph_changed \\gset\n\\if :revgraph_changed\n");
        }
        limits(content);
        statements(script, content.statements());
        if (content.changesSession()) {
            restore(script, content);
        }
        script.append(record(content)).append(ONE_ROW);
        if (conditional) {
            script.append("\\endif\n");
        }
    }

    private void limits(StepContent content) {
        Duration lock = content.lockTimeout().orElse(settings.lockTimeout());
        Duration statement = content.statementTimeout().orElse(settings.statementTimeout());
        script.append("SET LOCAL lock_timeout = ").append(lock.toMillis()).append(";\n");
        if (statement != null) {
            script.append("SET LOCAL statement_timeout = ")
                    .append(statement.toMillis())
                    .append(";\n");
        } else if (limited) {
            script.append("SET LOCAL statement_timeout TO DEFAULT;\n");
        }
        limited = statement != null;
    }

    private static void statements(StringBuilder script, List<SqlStatement> statements) {
        PsqlText texts = new PsqlText();
        statements.forEach(statement -> statement(script, texts, statement));
    }

    static void statement(StringBuilder script, PsqlText texts, SqlStatement statement) {
        script.append(texts.of(statement)).append(";\n");
        if (statement.data() != null) {
            script.append(statement.data().text());
            if (script.charAt(script.length() - 1) != '\n') {
                script.append('\n');
            }
            script.append("\\.\n");
        }
    }

    static void restore(StringBuilder script, StepContent content) {
        script.append(Preamble.RESTORE).append('\n');
        content.customSettings()
                .forEach(name -> script.append("RESET ").append(name).append(";\n"));
    }

    private String record(StepContent content) {
        int statements = content.statements().size();
        if (content.step() instanceof Step.Undo) {
            return records.delete(content.subject(), false, content.line());
        }
        var record = Objects.requireNonNull(content.record(), "An upgrade is recorded.");
        return content.step() instanceof Step.Repeat
                ? records.repeat(record, statements, content.line())
                : records.insert(record, statements, content.line());
    }
}
