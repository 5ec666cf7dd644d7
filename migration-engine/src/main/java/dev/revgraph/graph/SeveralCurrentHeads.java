package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The error of steps that count from the current head of a database that has several, with a text for each of them. */
final class SeveralCurrentHeads {

    private static final int NONE = -1;
    private static final int MANY = -2;

    private final RevisionGraph graph;
    private final BitSet heads;
    private final Command command;

    SeveralCurrentHeads(RevisionGraph graph, BitSet heads, Command command) {
        this.graph = graph;
        this.heads = heads;
        this.command = command;
    }

    /** @param areHeads whether the starts are current heads, or lie below one on another branch */
    TargetException exception(Target.Relative target, BitSet starts, boolean areHeads) {
        List<String> ids =
                graph.sorted(starts.stream()).stream().map(RevisionId::value).toList();
        String steps = (target.steps() < 0 ? "-" : "+") + Math.abs(target.steps());
        String where = target.branch() == null ? "" : " on the branch of \"" + target.branch() + "\"";
        List<String> texts =
                areHeads ? textsByLine(starts, steps) : textsFromStarts(ids, String.valueOf(target.branch()), steps);
        return new TargetException(
                ErrorCode.AMBIGUOUS_TARGET,
                "\"" + target.text() + "\" is ambiguous: the database stands at several revisions" + where + ", "
                        + Command.quoted(ids) + ".",
                command.withOneOf(texts),
                ids);
    }

    private static List<String> textsFromStarts(List<String> ids, String branch, String steps) {
        boolean down = steps.startsWith("-");
        return ids.stream().map(id -> (down ? id : branch) + "@" + id + steps).toList();
    }

    /** Upwards {@code id+1} is exact; downwards {@code id@-1} undoes this head alone, where {@code id-1} takes its siblings along. */
    private List<String> textsByLine(BitSet starts, String steps) {
        String[] labels = labelsOfOneHead();
        String beforeSteps = steps.startsWith("-") ? "@" : "";
        List<String> texts = new ArrayList<>();
        for (RevisionId id : graph.sorted(starts.stream())) {
            String label = labels[graph.number(id)];
            texts.add(label == null ? id + beforeSteps + steps : label + "@" + steps);
        }
        return texts;
    }

    /** For every current head the nearest label at or below it that has no other current head above it. */
    private String[] labelsOfOneHead() {
        Shape shape = graph.shape();
        int[] headAbove = new int[shape.size()];
        Arrays.fill(headAbove, NONE);
        String[] labels = new String[shape.size()];
        for (int i = heads.length() - 1; i >= 0; i--) {
            if (heads.get(i)) {
                headAbove[i] = i;
            }
            int head = headAbove[i];
            if (head != NONE) {
                for (int parent : shape.parents().of(i)) {
                    headAbove[parent] = headAbove[parent] == NONE || headAbove[parent] == head ? head : MANY;
                }
            }
            if (head >= 0 && labels[head] == null) {
                labels[head] = graph.labelOf(i);
            }
        }
        return labels;
    }
}
