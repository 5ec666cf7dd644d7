package dev.revgraph.run;

import dev.revgraph.MigrationException;
import dev.revgraph.diagnose.Diagnosis;
import dev.revgraph.diagnose.Diagnostician;
import dev.revgraph.diagnose.FailedSql;
import dev.revgraph.diagnose.FailedSql.Source;
import dev.revgraph.diagnose.FailedSql.Timing;
import dev.revgraph.diagnose.RevisionText;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.plan.Situation;
import dev.revgraph.run.StatementFailedException.FailedStatement;
import dev.revgraph.script.RevisionDefinition;
import dev.revgraph.script.SqlRevision;
import dev.revgraph.script.SqlStatement;
import dev.revgraph.store.AppliedRevision;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Has the cause of a failed statement looked for, on the session that it failed on. */
final class CauseSearch {

    private CauseSearch() {}

    /** The same failure, with its cause if that can be seen; a failure of another kind as it is. */
    static MigrationException explained(RunContext run, MigrationException thrown) {
        if (thrown instanceof StatementFailedException failure) {
            return of(run, failure).<MigrationException>map(failure::because).orElse(thrown);
        }
        if (thrown instanceof LockTimeoutException givenUp
                && givenUp.getCause() instanceof StatementFailedException failure) {
            return of(run, failure).<MigrationException>map(givenUp::because).orElse(thrown);
        }
        return thrown;
    }

    private static Optional<Diagnosis> of(RunContext run, StatementFailedException failure) {
        String state = failure.statement().sqlState();
        if (state == null) {
            return Optional.empty();
        }
        run.session.rollbackAfter(failure);
        return new Diagnostician(revisions(run), run.settings.diagnosisSampleRows())
                .explain(run.session.connection(), failed(run, state, failure));
    }

    private static FailedSql failed(RunContext run, String state, StatementFailedException failure) {
        FailedStatement statement = failure.statement();
        String text = statement.text();
        Optional<RevisionDefinition> definition = definition(run, statement.revision());
        Source source = definition
                .map(found -> found instanceof SqlRevision ? Source.FILE : Source.CODE)
                .orElse(Source.BARE);
        SQLException cause = Failures.sqlCause(failure);
        ServerErrorMessage server = cause instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return new FailedSql(
                statement.revision(),
                statement.direction(),
                source,
                text == null && source != Source.CODE ? Integer.MAX_VALUE : statement.number(),
                text == null ? "" : text,
                statement.position(),
                state,
                server == null ? null : server.getSchema(),
                server == null ? null : server.getTable(),
                server == null ? null : server.getColumn(),
                server == null ? null : server.getConstraint(),
                new Timing(
                        statement.took(),
                        definition.flatMap(RevisionDefinition::statementTimeout).orElse(null),
                        run.settings.statementTimeout(),
                        run.watch.blockers()));
    }

    /** Nothing for a repeatable script, whose name is no id, and for a downgrade that only the database knows. */
    private static Optional<RevisionDefinition> definition(RunContext run, String revision) {
        return RevisionId.objectionTo(revision).isEmpty()
                ? run.situation.revisions().find(new RevisionId(revision))
                : Optional.empty();
    }

    private static List<RevisionText> revisions(RunContext run) {
        Situation situation = run.situation;
        List<RevisionText> texts = new ArrayList<>();
        for (RevisionId id : situation.revisions().graph().revisions()) {
            Optional<RevisionDefinition> definition = situation.revisions().find(id);
            if (definition.isPresent() && definition.get() instanceof SqlRevision sql) {
                String applied = situation.applied().contains(id)
                        ? applied(situation.row(id).orElse(null))
                        : null;
                texts.add(new RevisionText(id.value(), applied, statements(sql, run.settings.placeholders())));
            }
        }
        return texts;
    }

    private static String applied(@Nullable AppliedRevision row) {
        return row == null
                ? "in this run"
                : "on " + row.appliedAt().truncatedTo(ChronoUnit.SECONDS) + " by \"" + row.appliedBy() + "\"";
    }

    private static Supplier<List<String>> statements(SqlRevision sql, Map<String, String> placeholders) {
        return () -> {
            try {
                return sql.read(placeholders).upgrade().stream()
                        .map(SqlStatement::text)
                        .toList();
            } catch (MigrationException unreadable) {
                return List.of();
            }
        };
    }
}
