package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks up what a target means in a graph, for a database in which certain revisions are applied. */
final class Resolver {

    private final RevisionGraph graph;
    private final Shape shape;
    private final Names names;
    private final NameLookup lookup;
    private final CurrentState current;
    private final Command command;

    Resolver(RevisionGraph graph, CurrentState current, Command command) {
        this.graph = graph;
        this.shape = graph.shape();
        this.names = graph.names();
        this.lookup = new NameLookup(names, command);
        this.current = current;
        this.command = command;
    }

    Target parse(String text) {
        return TargetParser.parse(text, names);
    }

    /** @throws TargetException if it means nothing, or not one thing where one is needed */
    Destination resolve(Target target) {
        int line = line(target);
        BitSet lineage = lineage(line);
        if (target instanceof Target.Undecided undecided) {
            return resolve(decide(undecided, line, lineage), line, lineage);
        }
        return resolve(target, line, lineage);
    }

    private Destination resolve(Target target, int line, @Nullable BitSet lineage) {
        if (target instanceof Target.Relative relative) {
            return relative(relative, line, lineage);
        }
        return at(target, ((Target.Plain) target).point(), line, lineage);
    }

    private int line(Target target) {
        return target.branch() == null ? Destination.EVERY_LINE : lookup.branch(target.branch());
    }

    private @Nullable BitSet lineage(int line) {
        return line == Destination.EVERY_LINE ? null : shape.lineage(line);
    }

    private Destination at(Target target, Point point, int line, @Nullable BitSet lineage) {
        if (point instanceof Point.Name name) {
            return Destination.of(lookup.revision(target, name.text(), lineage), line);
        }
        BitSet revisions = switch ((Point.Word) point) {
            case BASE -> new BitSet();
            case HEAD -> graph.where(graph::isHead);
            case HEADS -> graph.where(lineage == null ? graph::isRealHead : graph::isHead);
            case CURRENT -> (BitSet) current.heads().clone();
        };
        boolean nothingApplied = point == Point.Word.CURRENT && lineage == null && revisions.isEmpty();
        if (point == Point.Word.BASE || nothingApplied) {
            return Destination.base(line);
        }
        if (lineage != null) {
            revisions.and(lineage);
            if (revisions.isEmpty()) {
                throw Unknown.nothingOfBranch(target, (Point.Word) point);
            }
        }
        if (point == Point.Word.HEAD && revisions.cardinality() > 1) {
            throw new SeveralHeads(graph, current, command).exception(target, revisions);
        }
        return Destination.of(revisions, line);
    }

    /** Settles what {@code x-1} means; both at once is an error, because a guess could undo the wrong thing. */
    private Target decide(Target.Undecided target, int line, @Nullable BitSet lineage) {
        String text = ((Point.Name) target.name().point()).text();
        List<String> candidates = lookup.beginningWith(text, lineage);
        if (candidates.isEmpty()) {
            return target.relative();
        }
        if (target.relative().from() instanceof Point.Name from && !lookup.isUnique(from.text(), lineage)) {
            return target.name();
        }
        int start = start(target.relative(), line, lineage);
        Walk.End end = new Walk(graph, lineage).from(start, target.relative().steps());
        if (!end.isReached(target.relative().steps())) {
            return target.name();
        }
        String below =
                end.at() == Walk.EMPTY_STATE ? "base" : graph.id(end.at()).value();
        throw Unknown.twoReadings(target, candidates, below, command);
    }

    private Destination relative(Target.Relative target, int line, @Nullable BitSet lineage) {
        return walk(target, start(target, line, lineage), line, lineage);
    }

    /** The steps of a target counted from another start than its own. */
    Destination resolveFrom(int start, Target.Relative target) {
        int line = line(target);
        return walk(target, start, line, lineage(line));
    }

    private Destination walk(Target.Relative target, int start, int line, @Nullable BitSet lineage) {
        Walk.End end = new Walk(graph, lineage).from(start, target.steps());
        if (end.isAmbiguous()) {
            throw new Detour(graph, command).ambiguous(target, end);
        }
        if (!end.isReached(target.steps()) && command != Command.HISTORY) {
            throw new Detour(graph, command).tooFar(target, start, end);
        }
        return arrival(target, end, line);
    }

    /**
     * A walk that names a line without a label restricts itself to it: down from the current head only the steps
     * walked are meant, and below the base of one tree lies no other tree.
     */
    private static Destination arrival(Target.Relative target, Walk.End end, int line) {
        boolean wholeTree = end.at() == Walk.EMPTY_STATE && line == Destination.EVERY_LINE;
        boolean ownLine = target.steps() < 0 && (target.countsFromCurrent() || wholeTree);
        int walked = ownLine ? end.before() : line;
        return end.at() == Walk.EMPTY_STATE ? Destination.base(walked) : Destination.of(end.at(), walked);
    }

    private int start(Target.Relative target, int line, @Nullable BitSet lineage) {
        if (target.countsFromCurrent()) {
            return current.start(target, lineage, command);
        }
        Destination from = at(target, target.from(), line, lineage);
        if (from.base()) {
            return Walk.EMPTY_STATE;
        }
        if (from.revisions().isEmpty()) {
            throw new TargetException(
                    ErrorCode.OUT_OF_RANGE,
                    "\"" + target.text() + "\" leads nowhere: there are no revisions.",
                    "Type `create -m \"…\"` to write the first one.",
                    List.of());
        }
        if (!from.isSingle()) {
            throw new SeveralHeads(graph, current, command).exception(target, from.revisions());
        }
        return from.revision();
    }
}
