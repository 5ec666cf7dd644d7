package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** Errors about names that lead nowhere, or to several revisions. */
final class Unknown {

    private Unknown() {}

    static TargetException revision(String name, Names names) {
        List<String> near = names.near(name);
        return new TargetException(
                ErrorCode.NO_SUCH_REVISION,
                "There is no revision or label \"" + name + "\".",
                near.isEmpty()
                        ? "Type `history` for the revisions there are."
                        : "Did you mean " + Command.quoted(near) + "?",
                near);
    }

    static TargetException prefix(Target target, String prefix, List<String> candidates, Command command) {
        String before = target.branch() == null ? "" : target.branch() + "@";
        String after = target.text().substring(before.length() + prefix.length());
        return new TargetException(
                ErrorCode.AMBIGUOUS_PREFIX,
                "Several names begin with \"" + prefix + "\": " + Command.quoted(candidates) + ".",
                command.withOneOf(
                        candidates.stream().map(name -> before + name + after).toList()),
                candidates);
    }

    static TargetException notInBranch(String name, String branch, Command command) {
        return new TargetException(
                ErrorCode.NOT_IN_BRANCH,
                "\"" + name + "\" shares no lineage with \"" + branch + "\": it is neither below nor above it.",
                "Type " + command.with(name) + " if you mean it wherever it is.",
                List.of(name));
    }

    static TargetException branch(String name, Names names) {
        List<String> near = names.near(name);
        return new TargetException(
                ErrorCode.NO_SUCH_REVISION,
                "There is no branch label or revision \"" + name + "\"; one of them stands before \"@\".",
                near.isEmpty()
                        ? "Type `branches` for the branches there are."
                        : "Did you mean " + Command.quoted(near) + "?",
                near);
    }

    static TargetException branchPrefix(String prefix, List<String> candidates) {
        return new TargetException(
                ErrorCode.AMBIGUOUS_PREFIX,
                "Several names begin with \"" + prefix + "\": " + Command.quoted(candidates) + ".",
                "Write the whole name before \"@\".",
                candidates);
    }

    static TargetException nothingOfBranch(Target target, Point.Word word) {
        String what = word == Point.Word.CURRENT ? "No current head of the database" : "No head of the graph";
        return new TargetException(
                ErrorCode.NOT_IN_BRANCH,
                what + " shares lineage with \"" + target.branch() + "\".",
                "Type `" + word.text() + "` to see where it is.",
                List.of());
    }

    /** @param below what the relative reading leads to */
    static TargetException twoReadings(Target.Undecided target, List<String> names, String below, Command command) {
        List<String> texts = new ArrayList<>(names);
        texts.add(below);
        return new TargetException(
                ErrorCode.AMBIGUOUS_PREFIX,
                "\"" + target.text() + "\" has two readings: the beginning of " + Command.quoted(names)
                        + ", and " + Math.abs(target.relative().steps()) + " below another revision, which is \""
                        + below + "\".",
                command.withOneOf(texts),
                texts);
    }
}
