package dev.revgraph.offline;

import dev.revgraph.MigrationSettings;
import dev.revgraph.plan.Aftermath;
import dev.revgraph.plan.Step;
import dev.revgraph.script.PsqlText;
import dev.revgraph.script.SqlStatement;
import dev.revgraph.store.RecordScript;
import dev.revgraph.store.Remains;
import java.util.Objects;

/**
 * Writes a step as it is taken outside a transaction: its row is marked as running, and each statement is counted, in one
 * transaction with it if PostgreSQL lets it. Where the script stops, `upgrade` goes on.
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
        script.append("SELECT extract(epoch FROM pg_catalog.clock_timestamp()) AS revgraph_begin,"
                        + " current_setting('role') AS revgraph_role \\gset\n")
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
        PsqlText texts = new PsqlText();
        DetachedLimits limits = new DetachedLimits(content, settings);
        for (int i = 0; i < content.statements().size(); i++) {
            SqlStatement statement = content.statements().get(i);
            if (statement.standsAlone()) {
                alone(content, texts, limits, i);
            } else {
                together(content, texts, limits, i);
            }
            limits.after(statement);
        }
    }

    /** If it fails, or psql is gone, neither has happened. */
    private void together(StepContent content, PsqlText texts, DetachedLimits limits, int done) {
        script.append(StepScript.BEGIN).append(Preamble.WORK_LOCK).append('\n').append(limits.ofTransaction());
        StepScript.statement(script, texts, content.statements().get(done));
        asFoundRole(content);
        script.append(records.finish(content.subject(), done))
                .append(StepScript.ONE_ROW)
                .append("COMMIT;\n");
    }

    private void alone(StepContent content, PsqlText texts, DetachedLimits limits, int done) {
        SqlStatement statement = content.statements().get(done);
        count(content, records.step(content.subject(), done, statement.text()));
        script.append(limits.ofSession(statement));
        attempt(content, texts, done);
        count(content, records.finish(content.subject(), done));
    }

    private void count(StepContent content, String count) {
        script.append(StepScript.BEGIN);
        asFoundRole(content);
        script.append(count).append(StepScript.ONE_ROW).append("COMMIT;\n");
    }

    /** The role that the statements have taken on need not have rights to the records; until the end of a transaction. */
    private void asFoundRole(StepContent content) {
        if (content.changesSession()) {
            script.append("SELECT pg_catalog.set_config('role', :'revgraph_role', true) AS revgraph_unused \\gset\n");
        }
    }

    /** What is there of a statement that fails, says the row, for whoever goes on. */
    private void attempt(StepContent content, PsqlText texts, int done) {
        SqlStatement statement = content.statements().get(done);
        boolean decidable = Aftermath.of(statement.text()).isDecidable();
        if (!decidable) {
            script.append(RecordScript.transactionsBegun()).append(StepScript.ONE_ROW);
        }
        script.append("\\set ON_ERROR_STOP off\n");
        StepScript.statement(script, texts, statement);
        script.append("\\if :ERROR\n");
        release(content, done, decidable);
        script.append("\\set ON_ERROR_STOP on\n")
                .append("DO $do$ BEGIN RAISE EXCEPTION 'Revision \"")
                .append(content.subject())
                .append("\" stops at statement ")
                .append(done + 1)
                .append(" of ")
                .append(content.statements().size())
                .append("; those before it have committed.' USING HINT = 'Correct the cause, then run `")
                .append(content.line().operation().text())
                .append("` on this database: it goes on there")
                .append(decidable ? "" : ", or says what to decide first")
                .append(".'; END $do$;\n\\endif\n\\set ON_ERROR_STOP on\n");
    }

    /** It was one transaction if there are two since the question before: its own, and that of the question now. */
    private void release(StepContent content, int done, boolean decidable) {
        String revision = content.subject();
        if (decidable) {
            count(content, records.release(revision, done, Remains.OBSTACLES));
            return;
        }
        script.append("SELECT EXISTS (SELECT FROM (\n")
                .append(RecordScript.transactionsBegun())
                .append(
                        ") AS now WHERE pid = :revgraph_pid AND begun = :revgraph_begun + 2) AS revgraph_whole \\gset\n")
                .append("\\if :revgraph_whole\n");
        count(content, records.release(revision, done, Remains.NOTHING));
        script.append("\\else\n");
        count(content, records.release(revision, done, Remains.IN_DOUBT));
        script.append("\\endif\n");
    }
}
