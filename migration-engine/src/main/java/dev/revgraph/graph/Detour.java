package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** Errors of a walk that could not go on: too far, or more than one way. */
final class Detour {

    private final RevisionGraph graph;
    private final Command command;

    Detour(RevisionGraph graph, Command command) {
        this.graph = graph;
        this.command = command;
    }

    TargetException tooFar(Target.Relative target, int start, Walk.End end) {
        boolean up = target.steps() > 0;
        String from = start == Walk.EMPTY_STATE ? "base" : "\"" + graph.id(start) + "\"";
        String there = end.done() == 0
                ? "there is no step"
                : end.done() == 1 ? "there is 1 step" : "there are " + end.done() + " steps";
        String branch = target.branch() == null ? "" : " on the branch of \"" + target.branch() + "\"";
        return new TargetException(
                ErrorCode.OUT_OF_RANGE,
                "\"" + target.text() + "\" goes too far: from " + from + " " + there + (up ? " up" : " down to base")
                        + branch + ".",
                end.done() == 0
                        ? "Type " + command.with(up ? "head" : "base") + " for the end of the graph."
                        : "The farthest is " + command.with(target.withSteps(end.done())) + ".",
                end.at() == Walk.EMPTY_STATE
                        ? List.of()
                        : List.of(graph.id(end.at()).value()));
    }

    TargetException ambiguous(Target.Relative target, Walk.End end) {
        boolean up = target.steps() > 0;
        int left = Math.abs(target.steps()) - end.done() - 1;
        List<String> candidates = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int choice : end.choices()) {
            candidates.add(graph.id(choice).value());
            texts.add(up ? upwards(choice, left) : downwards(end.at(), choice, left));
        }
        String where = end.at() == Walk.EMPTY_STATE
                ? "there are several bases, "
                : "\"" + graph.id(end.at()) + "\" has several " + (up ? "children" : "parents") + ", ";
        return new TargetException(
                ErrorCode.AMBIGUOUS_TARGET,
                "\"" + target.text() + "\" is ambiguous: " + where + Command.quoted(candidates) + ".",
                command.withOneOf(texts),
                candidates);
    }

    private String upwards(int choice, int left) {
        return graph.id(choice) + (left == 0 ? "" : "+" + left);
    }

    /** Names the line too, where the revision stepped to has more than one above it. */
    private String downwards(int from, int choice, int left) {
        RevisionId id = graph.id(choice);
        if (left > 0) {
            return id + "@" + id + "-" + left;
        }
        return graph.shape().children().count(choice) == 1 ? id.value() : graph.id(from) + "@" + id;
    }
}
