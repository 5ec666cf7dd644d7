package dev.revgraph.offline;

import dev.revgraph.MigrationSettings;
import dev.revgraph.MigrationSettings.TransactionMode;
import dev.revgraph.plan.Move;
import dev.revgraph.plan.Plan;
import dev.revgraph.plan.Planner;
import dev.revgraph.plan.Situation;
import dev.revgraph.plan.Step;
import dev.revgraph.script.RevisionSet;
import java.util.List;

/**
 * Writes moves as scripts for psql, without a database. Running a script leaves the same database as making the move,
 * records included; each step first makes sure that the database is where the script takes it to be. Immutable and
 * thread-safe.
 */
public final class OfflineScripts {

    private static final String HEAD = """
            -- %s
            --
            -- For psql 14 or newer, as the role that migrates:
            --   psql --no-psqlrc --file=script.sql "postgresql://user@host/database"
            -- It stops at the first error; what has committed before stays, and the script is not run again then.
            """;

    private final RevisionSet revisions;
    private final MigrationSettings settings;

    public OfflineScripts(RevisionSet revisions, MigrationSettings settings) {
        this.revisions = revisions;
        this.settings = settings;
    }

    /**
     * The script of a move.
     *
     * @param move an upgrade or downgrade whose target is {@code FROM:TO}, or for an upgrade from an empty database just
     *     {@code TO}. Several current heads to begin at are separated by commas
     * @throws CodeRevisionException if a revision in it is written in Java
     * @throws dev.revgraph.MigrationException if the range means nothing, or a revision in it cannot be undone
     */
    public String write(Move move) {
        Bounds bounds = Bounds.of(move, settings.target());
        Situation situation = AssumedState.at(bounds.from(), revisions);
        Plan plan = new Planner(settings).plan(situation, move.to(bounds.to()));
        CodeRevisionException.refuseIn(plan.steps(), move.direction().text());
        List<StepContent> contents = plan.steps().stream()
                .map(step -> StepContent.of(step, situation, settings, move.reason()))
                .toList();
        StringBuilder script = new StringBuilder(HEAD.formatted(title(move, plan)));
        if (contents.isEmpty()) {
            return script.append("\n-- Nothing to do.\n").toString();
        }
        write(script, move, bounds, contents, situation.applied().size());
        return script.toString();
    }

    private void write(StringBuilder script, Move move, Bounds bounds, List<StepContent> contents, int applied) {
        Preamble preamble = new Preamble(settings.schema());
        boolean detachedSteps =
                contents.stream().anyMatch(content -> !content.step().transactional());
        boolean restoring = detachedSteps || contents.stream().anyMatch(StepContent::changesSession);
        StepScript steps = new StepScript(script, preamble.qualifier(), settings);
        script.append(preamble.text(move.direction().text(), bounds.to(), restoring, detachedSteps));
        if (move.direction() == Move.Direction.UPGRADE && bounds.from().isEmpty()) {
            script.append(preamble.tables(steps.records()));
        }
        if (settings.transaction() == TransactionMode.ALL) {
            contents.forEach(content -> announce(script, content));
            steps.transaction(contents, applied);
            return;
        }
        DetachedScript detached = new DetachedScript(script, preamble.qualifier(), settings);
        int count = applied;
        for (StepContent content : contents) {
            announce(script, content);
            if (content.step().transactional()) {
                steps.transaction(List.of(content), count);
            } else {
                detached.step(content, count);
            }
            count += change(content.step());
        }
    }

    private static int change(Step step) {
        return step instanceof Step.Apply ? 1 : step instanceof Step.Undo ? -1 : 0;
    }

    private static void announce(StringBuilder script, StepContent content) {
        String description = content.step().description().replaceAll("\\R", " ");
        script.append("-- ")
                .append(content.line().operation().text())
                .append(' ')
                .append(content.subject())
                .append(description.isEmpty() ? "" : ": " + description)
                .append('\n');
    }

    private static String title(Move move, Plan plan) {
        return (move.direction() == Move.Direction.UPGRADE ? "Upgrade" : "Downgrade") + " from " + names(plan.current())
                + " to " + names(plan.currentAfter());
    }

    private static String names(List<?> heads) {
        return heads.isEmpty()
                ? "base"
                : String.join(", ", heads.stream().map(Object::toString).toList());
    }
}
