package dev.revgraph.cli.command;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.backup.Backup;
import dev.revgraph.backup.BackupSettings;
import dev.revgraph.cli.CommandException;
import dev.revgraph.cli.output.Output;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.plan.Move;
import dev.revgraph.plan.Situation;
import dev.revgraph.report.Readiness;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.State;
import dev.revgraph.report.Status;
import dev.revgraph.report.StatusProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** An upgrade between a look before it and a look after it, with a backup, and the way back if one of them is bad. */
final class SafeUpgrade {

    private final MigrationEngine engine;
    private final BackupSettings backups;
    private final Output output;
    private final Supplier<Optional<Backup>> backingUp;

    SafeUpgrade(MigrationEngine engine, BackupSettings backups, Output output, Supplier<Optional<Backup>> backingUp) {
        this.engine = engine;
        this.backups = backups;
        this.output = output;
        this.backingUp = backingUp;
    }

    RunReport run(Move move, boolean rollback) {
        validate();
        RunReport plan = engine.preview(move);
        if (plan.steps().isEmpty()) {
            return plan;
        }
        Set<RevisionId> before = engine.situation().applied();
        Optional<Backup> backup = backingUp.get();
        try {
            RunReport report = engine.run(move);
            output.say("Looking whether all is well.");
            verify(report);
            return report;
        } catch (MigrationException failure) {
            tellTheWayBack(before, rollback, backup, failure);
            throw failure;
        }
    }

    private void validate() {
        output.say("Validating.");
        List<Finding> findings = new ArrayList<>(Validation.ofFiles(engine));
        findings.addAll(Validation.ofDatabase(engine, backups.programs(), findings));
        findings.stream()
                .filter(found -> !found.isError())
                .forEach(warning -> output.say("  warning: " + warning.message()));
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw new CommandException(
                    ErrorCode.NOT_READY,
                    "The upgrade is not begun, because this is found before it: "
                            + String.join(
                                    " ", errors.stream().map(Finding::message).toList()),
                    String.join(" ", errors.stream().map(Finding::action).toList()),
                    errors.stream()
                            .flatMap(found -> Optional.ofNullable(found.revision()).stream())
                            .toList());
        }
    }

    /** The state that the run reports is what the database says, and nothing is half done. */
    private void verify(RunReport report) {
        Status status = engine.status();
        Readiness readiness = engine.readiness();
        List<String> wrong = new ArrayList<>();
        if (status.state() == State.INVALID) {
            wrong.addAll(status.problems().stream().map(StatusProblem::message).toList());
        }
        if (!status.current().equals(report.current())) {
            wrong.add("The database is at " + RunText.names(status.current()) + ", not at "
                    + RunText.names(report.current()) + ".");
        }
        readiness.warnings().stream()
                .filter(warning -> warning.code().equals(ErrorCode.INVALID_INDEX.text()))
                .map(StatusProblem::message)
                .forEach(wrong::add);
        if (!wrong.isEmpty()) {
            throw new CommandException(
                    ErrorCode.NOT_READY,
                    "The revisions are applied, but all is not well. " + String.join(" ", wrong),
                    "Settle that, or go back.",
                    report.current());
        }
    }

    /** What fails here must not hide why there is a way to go back at all. */
    private void tellTheWayBack(
            Set<RevisionId> before, boolean rollback, Optional<Backup> backup, MigrationException failure) {
        try {
            goBack(before, rollback, backup);
        } catch (MigrationException unanswered) {
            failure.addSuppressed(unanswered);
            output.say("What remains of this upgrade cannot be told: " + unanswered.getMessage()
                    + " Type `status` when the database answers.");
            restoring(backup);
        }
    }

    private void goBack(Set<RevisionId> before, boolean rollback, Optional<Backup> backup) {
        Situation now = engine.situation();
        Set<RevisionId> added = new LinkedHashSet<>(now.applied());
        added.removeAll(before);
        List<RevisionId> undo = new ArrayList<>(now.graph().inOrder(added));
        Collections.reverse(undo);
        if (undo.isEmpty()) {
            output.say("No revision of this upgrade has remained: the database is where it was.");
            return;
        }
        if (rollback) {
            undo(undo, backup);
            return;
        }
        output.say("Of this upgrade remain: "
                + String.join(", ", undo.stream().map(RevisionId::value).toList()) + ". The way back, newest first:");
        undo.forEach(id -> output.say("  downgrade " + id + "@-1"));
        restoring(backup);
    }

    private void undo(List<RevisionId> undo, Optional<Backup> backup) {
        output.say("Undoing what this upgrade has applied.");
        try {
            undo.forEach(
                    id -> engine.run(Move.downgrade(id + "@-1").because("the upgrade failed: --rollback-on-failure")));
            output.say("The database is where it was.");
        } catch (MigrationException refused) {
            output.say("That cannot be done to the end. " + refused.getMessage() + " " + refused.action());
            restoring(backup);
        }
    }

    private void restoring(Optional<Backup> backup) {
        backup.ifPresent(made -> output.say(
                "Or back to the backup, which forgets what was written since: `restore " + made.file() + "`."));
    }
}
