package dev.revgraph.offline;

import dev.revgraph.MigrationSettings;
import dev.revgraph.plan.Situation;
import dev.revgraph.plan.Step;
import dev.revgraph.run.Records;
import dev.revgraph.script.RevisionDefinition;
import dev.revgraph.script.SqlRevision;
import dev.revgraph.script.SqlScript;
import dev.revgraph.script.SqlStatement;
import dev.revgraph.store.HistoryLine;
import dev.revgraph.store.Operation;
import dev.revgraph.store.RevisionRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a step writes into a script.
 *
 * @param record what is recorded of it; {@code null} for a downgrade
 * @param line its line in the log; its duration is not known here
 */
record StepContent(
        Step step,
        List<SqlStatement> statements,
        @Nullable RevisionRecord record,
        HistoryLine line,
        Optional<Duration> lockTimeout,
        Optional<Duration> statementTimeout) {

    static StepContent of(Step step, Situation situation, MigrationSettings settings, @Nullable String reason) {
        if (step instanceof Step.Repeat repeat) {
            return new StepContent(
                    step,
                    repeat.script().read(settings.placeholders()),
                    Records.of(repeat.script()),
                    line(step, Operation.REPEAT, reason),
                    Optional.empty(),
                    Optional.empty());
        }
        if (step instanceof Step.Apply apply) {
            SqlRevision revision = (SqlRevision) apply.revision();
            SqlScript script = revision.read(settings.placeholders());
            RevisionRecord record = Records.of(situation.graph(), revision, script.downgradeText());
            return of(step, revision, script.upgrade(), record, line(step, Operation.UPGRADE, reason));
        }
        SqlRevision revision = (SqlRevision) situation.revisions().get(((Step.Undo) step).id());
        List<SqlStatement> downgrade = revision.read(settings.placeholders()).downgrade();
        return of(step, revision, downgrade, null, line(step, Operation.DOWNGRADE, reason));
    }

    private static StepContent of(
            Step step,
            RevisionDefinition revision,
            List<SqlStatement> statements,
            @Nullable RevisionRecord record,
            HistoryLine line) {
        return new StepContent(step, statements, record, line, revision.lockTimeout(), revision.statementTimeout());
    }

    private static HistoryLine line(Step step, Operation operation, @Nullable String reason) {
        return new HistoryLine(
                operation,
                step.subject(),
                Records.names(step.headsBefore()),
                Records.names(step.headsAfter()),
                0,
                reason,
                null,
                null);
    }

    String subject() {
        return String.valueOf(step.subject());
    }

    /** As a run decides it: what a repeatable script does is not known from its kind. */
    boolean changesSession() {
        return step instanceof Step.Repeat || statements.stream().anyMatch(SqlStatement::changesSession);
    }

    Set<String> customSettings() {
        Set<String> names = new TreeSet<>();
        statements.forEach(statement -> names.addAll(statement.customSettings()));
        return names;
    }

    boolean copies() {
        return statements.stream().anyMatch(statement -> statement.data() != null);
    }
}
