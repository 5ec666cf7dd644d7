package dev.revgraph.run;

import dev.revgraph.MigrationSettings;
import dev.revgraph.graph.Origin;
import dev.revgraph.plan.Situation;
import dev.revgraph.plan.Step;
import dev.revgraph.script.CodeRevision;
import dev.revgraph.script.RevisionDefinition;
import dev.revgraph.script.SqlRevision;
import dev.revgraph.script.SqlScript;
import dev.revgraph.script.SqlStatement;
import dev.revgraph.store.RevisionRecord;
import dev.revgraph.store.RevisionStore;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one step does, read from where it is written at the moment it is needed and not before.
 *
 * @param statements the SQL to run, in order; empty for Java
 * @param code the Java to run; {@code null} for SQL
 * @param record what is recorded of it; {@code null} for a downgrade
 * @param changesSession whether it may leave the session with other settings
 */
record Work(
        String revision,
        String direction,
        Origin origin,
        List<SqlStatement> statements,
        @Nullable CodeRevision code,
        @Nullable RevisionRecord record,
        boolean changesSession,
        Optional<Duration> lockTimeout,
        Optional<Duration> statementTimeout) {

    static Work of(Step.Apply step, Situation situation, MigrationSettings settings) {
        RevisionDefinition definition = step.revision();
        if (definition instanceof SqlRevision sql) {
            SqlScript script = sql.read(settings.placeholders());
            return of(
                    step.subject(),
                    "upgrade",
                    definition,
                    script.upgrade(),
                    Records.of(situation.graph(), definition, script.downgradeText()));
        }
        return ofCode(
                step.subject(), "upgrade", (CodeRevision) definition, Records.of(situation.graph(), definition, null));
    }

    static Work of(Step.Undo step, Session session, RevisionStore store, MigrationSettings settings) {
        RevisionDefinition definition = step.definition();
        if (definition instanceof SqlRevision sql) {
            return of(
                    step.subject(),
                    "downgrade",
                    definition,
                    sql.read(settings.placeholders()).downgrade(),
                    null);
        }
        if (definition instanceof CodeRevision code) {
            return ofCode(step.subject(), "downgrade", code, null);
        }
        Origin origin = Origin.of("the stored downgrade of \"" + step.subject() + "\"");
        String text = store.downgradeScript(session.jdbc(), step.subject()).orElse("");
        return new Work(
                step.subject(),
                "downgrade",
                origin,
                SqlScript.parseStored(origin.source(), text).downgrade(),
                null,
                null,
                true,
                Optional.empty(),
                Optional.empty());
    }

    static Work of(Step.Repeat step, MigrationSettings settings) {
        return new Work(
                step.subject(),
                "upgrade",
                step.script().origin(),
                step.script().read(settings.placeholders()),
                null,
                Records.of(step.script()),
                true,
                Optional.empty(),
                Optional.empty());
    }

    private static Work of(
            String revision,
            String direction,
            RevisionDefinition definition,
            List<SqlStatement> statements,
            @Nullable RevisionRecord record) {
        return new Work(
                revision,
                direction,
                definition.node().origin(),
                statements,
                null,
                record,
                statements.stream().anyMatch(SqlStatement::changesSession),
                definition.lockTimeout(),
                definition.statementTimeout());
    }

    private static Work ofCode(
            String revision, String direction, CodeRevision definition, @Nullable RevisionRecord record) {
        return new Work(
                revision,
                direction,
                definition.node().origin(),
                List.of(),
                definition,
                record,
                true,
                definition.lockTimeout(),
                definition.statementTimeout());
    }

    /** What is recorded of an upgrade. */
    RevisionRecord recorded() {
        return Objects.requireNonNull(record, "A downgrade has nothing to record.");
    }
}
