package dev.revgraph.offline;

import dev.revgraph.MigrationSettings;
import dev.revgraph.plan.Aftermath;
import dev.revgraph.plan.Step;
import dev.revgraph.script.PsqlText;
import dev.revgraph.script.SqlStatement;
import dev.revgraph.store.RecordScript;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Writes a step as it is taken outside a transaction: its row is marked as running, each statement is counted before it
 * begins, and the record is completed at the end. Where the script stops, `upgrade` goes on.
 */
final class DetachedScript {

    private static final String MILLIS =
            "((extract(epoch FROM pg_catalog.clock_timestamp()) - :revgraph_begin) * 1000)::bigint";

    private final StringBuilder script;
    private final RecordScript records;
    private final MigrationSettings settings;

    DetachedScript(StringBuilder script, String schema, MigrationSettings settings) {
        this.script = script;
        this.records = new RecordScript(schema, MILLIS);
        this.settings = settings;
    }

    /** @param applied how many revisions are applied before it */
    void step(StepContent content, int applied) {
        boolean upgrade = content.step() instanceof Step.Apply;
        script.append("SELECT extract(epoch FROM pg_catalog.clock_timestamp()) AS revgraph_begin \\gset\n")
                .append(StepScript.BEGIN);
        StepScript.guard(script, content, applied);
        script.append(
                        upgrade
                                ? records.beginUpgrade(
                                        Objects.requireNonNull(content.record(), "An upgrade is recorded."))
                                : records.beginDowngrade(content.subject()))
                .append(StepScript.ONE_ROW)
                .append("COMMIT;\n");
        statements(content);
        script.append(StepScript.BEGIN);
        StepScript.restore(script, content);
        script.append(
                        upgrade
                                ? records.finishUpgrade(
                                        content.subject(), content.statements().size(), content.line())
                                : records.delete(content.subject(), true, content.line()))
                .append(StepScript.ONE_ROW)
                .append("COMMIT;\n\n");
    }

    private void statements(StepContent content) {
        content.statementTimeout()
                .or(() -> java.util.Optional.ofNullable(settings.statementTimeout()))
                .ifPresent(limit -> script.append("SET statement_timeout = ")
                        .append(limit.toMillis())
                        .append(";\n"));
        PsqlText texts = new PsqlText();
        List<SqlStatement> statements = content.statements();
        for (int i = 0; i < statements.size(); i++) {
            SqlStatement statement = statements.get(i);
            script.append("SET lock_timeout = ")
                    .append(lockTimeout(content, statement).toMillis())
                    .append(";\n")
                    .append(records.step(content.subject(), i, statement.text()))
                    .append(StepScript.ONE_ROW);
            if (statement.data() == null) {
                attempt(content, texts, i);
            } else {
                // If it failed and psql went on, psql would take the data for SQL.
                StepScript.statement(script, texts, statement);
            }
        }
    }

    /** A statement that fails has not committed: the row says so, for whoever goes on. */
    private void attempt(StepContent content, PsqlText texts, int done) {
        script.append("\\set ON_ERROR_STOP off\n");
        StepScript.statement(script, texts, content.statements().get(done));
        script.append("\\if :ERROR\n")
                .append(records.release(
                        content.subject(),
                        mayHaveLeftSomething(content.statements().get(done))))
                .append(StepScript.ONE_ROW)
                .append("\\set ON_ERROR_STOP on\n")
                .append("DO $do$ BEGIN RAISE EXCEPTION 'Revision \"")
                .append(content.subject())
                .append("\" stops at statement ")
                .append(done + 1)
                .append(" of ")
                .append(content.statements().size())
                .append("; those before it have committed.' USING HINT = 'Correct the cause, then run `")
                .append(content.line().operation())
                .append("` on this database: it goes on there.'; END $do$;\n\\endif\n\\set ON_ERROR_STOP on\n");
    }

    private static boolean mayHaveLeftSomething(SqlStatement failed) {
        return Aftermath.of(failed.text()).isDecidable();
    }

    /** As a run does: who waits for a CONCURRENTLY statement's lock holds up nobody. */
    private Duration lockTimeout(StepContent content, SqlStatement statement) {
        boolean concurrent = statement.text().toUpperCase(Locale.ROOT).contains("CONCURRENTLY");
        return content.lockTimeout().orElse(concurrent ? Duration.ZERO : settings.lockTimeout());
    }
}
