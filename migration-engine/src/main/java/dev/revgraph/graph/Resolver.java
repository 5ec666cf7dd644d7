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
    private final CurrentState current;
    private final Command command;

    Resolver(RevisionGraph graph, CurrentState current, Command command) {
        this.graph = graph;
        this.shape = graph.shape();
        this.names = graph.names();
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
        return target.branch() == null ? Destination.EVERY_LINE : branch(target.branch());
    }

    private @Nullable BitSet lineage(int line) {
        return line == Destination.EVERY_LINE ? null : shape.lineage(line);
    }

    /** The number of the revision that stands before {@code @}. */
    private int branch(String name) {
        Integer owner = names.owner(name);
        if (owner != null) {
            return owner;
        }
        List<String> candidates = names.beginningWith(name);
        if (candidates.isEmpty()) {
            throw Unknown.branch(name, names);
        }
        if (candidates.size() > 1) {
            throw Unknown.branchPrefix(name, candidates);
        }
        return ownerOf(candidates.get(0));
    }

    private Destination at(Target target, Point point, int line, @Nullable BitSet lineage) {
        if (point instanceof Point.Name name) {
            return Destination.of(named(target, name.text(), lineage), line);
        }
        BitSet revisions = switch ((Point.Word) point) {
            case BASE -> new BitSet();
            case HEAD -> graph.where(graph::isHead);
            case HEADS -> graph.where(lineage == null ? graph::isRealHead : graph::isHead);
            case CURRENT -> (BitSet) current.heads().clone();
        };
        if (point == Point.Word.BASE) {
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

    private int named(Target target, String name, @Nullable BitSet lineage) {
        Integer exact = names.owner(name);
        if (exact != null) {
            if (lineage != null && !lineage.get(exact)) {
                throw Unknown.notInBranch(name, String.valueOf(target.branch()), command);
            }
            return exact;
        }
        List<String> anywhere = names.beginningWith(name);
        List<String> candidates = within(anywhere, lineage);
        if (candidates.size() > 1) {
            throw Unknown.prefix(target, name, candidates, command);
        }
        if (candidates.isEmpty() && !anywhere.isEmpty()) {
            throw Unknown.notInBranch(name, String.valueOf(target.branch()), command);
        }
        if (candidates.isEmpty()) {
            throw Unknown.revision(name, names);
        }
        return ownerOf(candidates.get(0));
    }

    private List<String> within(List<String> candidates, @Nullable BitSet lineage) {
        return lineage == null
                ? candidates
                : candidates.stream().filter(name -> lineage.get(ownerOf(name))).toList();
    }

    private int ownerOf(String knownName) {
        Integer owner = names.owner(knownName);
        if (owner == null) {
            throw new IllegalStateException("The name \"" + knownName + "\" has no owner.");
        }
        return owner;
    }

    /** Settles what {@code x-1} means; both at once is an error, because a guess could undo the wrong thing. */
    private Target decide(Target.Undecided target, int line, @Nullable BitSet lineage) {
        String text = ((Point.Name) target.name().point()).text();
        List<String> candidates = within(names.beginningWith(text), lineage);
        if (candidates.isEmpty()) {
            return target.relative();
        }
        String from = target.relative().from() instanceof Point.Name name ? name.text() : "";
        boolean startIsKnown = from.isEmpty()
                || names.owner(from) != null
                || within(names.beginningWith(from), lineage).size() == 1;
        if (!startIsKnown) {
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
