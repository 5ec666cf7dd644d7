package dev.revgraph.plan;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.MigrationSettings;
import dev.revgraph.MigrationSettings.OnModified;
import dev.revgraph.graph.Problem;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.Traversal;
import dev.revgraph.script.Repeatable;
import dev.revgraph.store.AppliedRevision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the settings make of a situation: what is pending up to the target, which problems must be settled first and
 * which only deserve a warning. Immutable.
 *
 * @param pending revisions to apply, in order
 * @param repeatables scripts to run again after them
 * @param blocking problems that must be settled before an upgrade
 * @param warnings problems that are accepted by the settings
 */
public record Assessment(
        List<RevisionId> pending, List<Repeatable> repeatables, List<Problem> blocking, List<Problem> warnings) {

    /** More names than these help nobody. */
    private static final int NAMED = 20;

    public static Assessment of(Situation situation, MigrationSettings settings) {
        List<Problem> blocking = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        List<RevisionId> pending = pending(situation, settings.target(), blocking);
        (settings.onModified() == OnModified.FAIL ? blocking : warnings).addAll(modified(situation));
        (settings.outOfOrder() ? warnings : blocking).addAll(outOfOrder(situation, pending));
        (settings.allowAhead() ? warnings : blocking).addAll(settings.allowAhead() ? List.of() : unknown(situation));
        blocking.addAll(unreadable(situation));
        Strangers.problem(situation, pending).ifPresent(blocking::add);
        CutOff.problem(situation).ifPresent(blocking::add);
        CutOff.remark(situation).ifPresent(warnings::add);
        return new Assessment(pending, repeatables(situation, pending), List.copyOf(blocking), List.copyOf(warnings));
    }

    private static List<RevisionId> pending(Situation situation, String target, List<Problem> problems) {
        try {
            return new Traversal(situation.graph(), situation.applied()).upgrade(target);
        } catch (MigrationException unclear) {
            problems.add(new Problem(unclear.code(), null, null, unclear.getMessage(), unclear.action()));
            Set<RevisionId> missing =
                    new LinkedHashSet<>(situation.revisions().graph().revisions());
            missing.removeAll(situation.applied());
            return situation.graph().inOrder(missing);
        }
    }

    /** Repeatable scripts describe the head: they wait until nothing else is missing. */
    static List<Repeatable> repeatables(Situation situation, List<RevisionId> toApply) {
        List<Repeatable> changed = situation.changedRepeatables();
        if (changed.isEmpty()) {
            return changed;
        }
        Set<RevisionId> afterwards = new LinkedHashSet<>(situation.applied());
        afterwards.addAll(toApply);
        return afterwards.containsAll(situation.revisions().graph().revisions()) ? changed : List.of();
    }

    static List<Problem> modified(Situation situation) {
        return situation.modified().stream()
                .map(id -> new Problem(
                        ErrorCode.MODIFIED,
                        id,
                        situation.graph().get(id).origin(),
                        "The upgrade script of revision \"" + id + "\" has changed since it was applied"
                                + appliedBy(situation, id) + ".",
                        "Put the file back as it was and write a new revision for the change; or, if the database"
                                + " is right as it is, accept the file as it is now with `repair --accept-modified "
                                + id + "`, or set `migration.on-modified=warn`."))
                .toList();
    }

    private static List<Problem> outOfOrder(Situation situation, List<RevisionId> pending) {
        if (pending.isEmpty()) {
            return List.of();
        }
        Set<RevisionId> waiting = new LinkedHashSet<>(pending);
        List<RevisionId> gaps = situation.graph().gaps(situation.applied());
        String action = closing(situation, gaps);
        return gaps.stream()
                .filter(waiting::contains)
                .map(id -> new Problem(
                        ErrorCode.OUT_OF_ORDER,
                        id,
                        situation.graph().get(id).origin(),
                        "Revision \"" + id + "\" is not applied, but revisions above it are: it appeared later, or its"
                                + " record has been lost.",
                        action))
                .toList();
    }

    /** A stamp of what is above fills every gap; one of the gap itself would forget what is above. */
    private static String closing(Situation situation, List<RevisionId> gaps) {
        Set<RevisionId> above = situation.graph().above(gaps);
        String heads = situation.currentHeads().stream()
                .filter(above::contains)
                .map(RevisionId::value)
                .collect(Collectors.joining(" "));
        String missing = gaps.stream().limit(NAMED).map(id -> "\"" + id + "\"").collect(Collectors.joining(", "))
                + (gaps.size() > NAMED ? " and " + (gaps.size() - NAMED) + " more" : "");
        return gaps.size() == 1
                ? "If it can be applied now, set `migration.out-of-order=true`; if its change is in the database already,"
                        + " record it with `stamp " + heads + "`, which keeps what is above it."
                : "If they can be applied now, set `migration.out-of-order=true`; if the changes of " + missing
                        + " are all in the database already, record them with `stamp " + heads
                        + "`, which keeps what is above them.";
    }

    private static List<Problem> unknown(Situation situation) {
        return situation.unknown().stream()
                .map(id -> new Problem(
                        ErrorCode.UNKNOWN_REVISION,
                        id,
                        null,
                        "Revision \"" + id + "\" is applied" + appliedBy(situation, id)
                                + ", but this application does not know it.",
                        "Deploy the release that has it, undo it with `downgrade`, or accept it with"
                                + " `migration.allow-ahead=true`."))
                .toList();
    }

    private static List<Problem> unreadable(Situation situation) {
        return situation.unreadable().stream().map(Assessment::unreadable).toList();
    }

    static Problem unreadable(String row) {
        return new Problem(
                ErrorCode.CORRUPT_RECORD,
                null,
                null,
                "The table of applied revisions has a row \"" + row + "\" that no revision can have written.",
                "If nobody needs it, remove it with `repair --forget '" + row + "'`.");
    }

    static String appliedBy(Situation situation, RevisionId id) {
        return situation.row(id).map(Assessment::appliedBy).orElse("");
    }

    private static String appliedBy(AppliedRevision row) {
        String version = row.applicationVersion() == null ? "" : " " + row.applicationVersion();
        String application = row.application() == null ? "" : " with " + row.application() + version;
        return " on " + row.appliedAt() + " by " + row.appliedBy() + application;
    }
}
