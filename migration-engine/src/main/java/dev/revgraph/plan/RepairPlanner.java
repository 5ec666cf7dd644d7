package dev.revgraph.plan;

import dev.revgraph.graph.Problem;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.report.RepairReport;
import dev.revgraph.report.RepairReport.Item;
import dev.revgraph.store.AppliedRevision;
import dev.revgraph.store.AppliedRevision.Progress;
import dev.revgraph.store.RevisionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what the records need a person's decision for, and turns a decision into steps. Pure. */
public final class RepairPlanner {

    private static final String LOOK = "Type `repair` for what there is to repair.";

    private final Situation situation;

    public RepairPlanner(Situation situation) {
        this.situation = situation;
    }

    /** What is wrong, with every way out of it; nothing if all is well. */
    public RepairReport needed() {
        List<Item> items = new ArrayList<>();
        CutOff.problem(situation)
                .ifPresent(problem -> items.add(item(
                        problem,
                        situation.running().orElseThrow().id(),
                        situation
                                .running()
                                .map(AppliedRevision::progress)
                                .map(Progress::statement)
                                .orElse(null),
                        List.of("repair --done", "repair --again"))));
        Assessment.modified(situation)
                .forEach(problem -> items.add(
                        item(problem, String.valueOf(problem.revision()), null, List.of("repair --accept-modified"))));
        new Moved(situation)
                .problems()
                .forEach(problem -> items.add(
                        item(problem, String.valueOf(problem.revision()), null, List.of("repair --accept-modified"))));
        for (String row : situation.unreadable()) {
            items.add(new Item(
                    "corrupt-record",
                    null,
                    Assessment.unreadable(row).message(),
                    null,
                    List.of("repair --forget '" + row + "'")));
        }
        return new RepairReport(items);
    }

    private static Item item(Problem problem, String revision, @Nullable String statement, List<String> ways) {
        return new Item(
                problem.code().text(),
                revision,
                problem.message(),
                statement,
                ways.stream().map(way -> way + " " + revision).toList());
    }

    /**
     * What a decision changes.
     *
     * @throws RepairException if there is nothing of the kind to decide
     */
    public List<RepairStep> plan(Repair repair) {
        return switch (repair.kind()) {
            case DONE, AGAIN -> List.of(settle(repair));
            case END -> List.of(end(repair));
            case ACCEPT_MODIFIED ->
                repair.subjects().stream().distinct().map(this::accept).toList();
            case FORGET ->
                repair.subjects().stream().distinct().map(this::forget).toList();
        };
    }

    private RepairStep end(Repair repair) {
        AppliedRevision row = halfWay(repair);
        Progress progress = Objects.requireNonNull(row.progress(), "It is half way.");
        if (!progress.alive()) {
            throw new RepairException(
                    "Nobody is at work on revision \"" + row.id() + "\" any more.",
                    "Type `" + progress.direction() + "`: it goes on by itself.",
                    List.of(row.id()));
        }
        return new RepairStep.End(row.id(), progress.direction());
    }

    private AppliedRevision halfWay(Repair repair) {
        AppliedRevision row = situation.running().orElse(null);
        if (row == null || row.progress() == null) {
            throw new RepairException("No revision was cut off.", LOOK, List.of());
        }
        List<String> named = repair.subjects();
        if (!named.isEmpty() && !named.get(0).equals(row.id())) {
            throw new RepairException(
                    "Revision \"" + named.get(0) + "\" was not cut off, but \"" + row.id() + "\" was.",
                    LOOK,
                    List.of(row.id()));
        }
        return row;
    }

    private RepairStep settle(Repair repair) {
        AppliedRevision row = halfWay(repair);
        Progress progress = Objects.requireNonNull(row.progress(), "It is half way.");
        if (progress.alive()) {
            throw new RepairException(
                    "Revision \"" + row.id() + "\" runs at this moment.",
                    "Wait until it ends, or end its session with `repair --end`.",
                    List.of(row.id()));
        }
        if (progress.betweenStatements() || row.kind() == RevisionKind.JAVA) {
            throw new RepairException(
                    "The " + progress.direction() + " of revision \"" + row.id() + "\" stopped after "
                            + progress.statementsFinished() + " of its statements, and none is in doubt.",
                    "Type `" + progress.direction() + "`: it goes on by itself.",
                    List.of(row.id()));
        }
        return new RepairStep.Settle(
                row.id(),
                progress.direction(),
                progress.statementsStarted(),
                progress.statementsFinished(),
                repair.kind() == Repair.Kind.DONE);
    }

    private RepairStep accept(String name) {
        List<RevisionId> modified = Stream.concat(
                        situation.modified().stream(), new Moved(situation).revisions().stream())
                .distinct()
                .toList();
        return modified.stream()
                .filter(id -> id.value().equals(name))
                .<RepairStep>map(RepairStep.Accept::new)
                .findFirst()
                .orElseThrow(() -> new RepairException(
                        "Revision \"" + name + "\" is not one that has changed since it was applied.",
                        LOOK,
                        modified.stream().map(RevisionId::value).toList()));
    }

    private RepairStep forget(String row) {
        if (!situation.unreadable().contains(row)) {
            throw new RepairException(
                    "There is no row \"" + row + "\" that no revision can have written.",
                    "A revision is forgotten by `stamp` or undone by `downgrade`.",
                    situation.unreadable());
        }
        return new RepairStep.Forget(row);
    }
}
