package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The error of a target that asks for one head where there are several: names them, their fork, and the ways out. */
final class SeveralHeads {

    private static final int MOST_COMPARED = 10;

    private final RevisionGraph graph;
    private final CurrentState current;
    private final Command command;

    SeveralHeads(RevisionGraph graph, CurrentState current, Command command) {
        this.graph = graph;
        this.current = current;
        this.command = command;
    }

    TargetException exception(Target target, BitSet heads) {
        List<String> ids =
                graph.sorted(heads.stream()).stream().map(RevisionId::value).toList();
        String branch = target.branch() == null ? "The graph" : "The branch of \"" + target.branch() + "\"";
        return new TargetException(
                ErrorCode.MULTIPLE_HEADS,
                branch + " has several heads, " + Command.quoted(ids) + fork(heads) + ", where \"" + target.text()
                        + "\" has to be one.",
                waysOut(target, heads, ids),
                ids);
    }

    /** The nearest revision that all heads descend from; not searched for when there are very many. */
    private String fork(BitSet heads) {
        if (heads.cardinality() > MOST_COMPARED) {
            return "";
        }
        BitSet common = graph.where(number -> true);
        heads.stream().forEach(head -> common.and(graph.shape().ancestors(Shape.only(head))));
        return common.isEmpty()
                ? " (they have no common ancestor)"
                : " (they fork at \"" + graph.id(common.length() - 1) + "\")";
    }

    private String waysOut(Target target, BitSet heads, List<String> ids) {
        List<String> ways = new ArrayList<>();
        if (ids.size() <= MOST_COMPARED) {
            ways.add("`merge -m \"…\" " + String.join(" ", ids) + "` to join them");
            ways.add(String.join(" and ", rebases(heads)) + " to put them in a row");
        } else {
            ways.add("`merge -m \"…\"` to join them");
        }
        boolean severalAllowed = command == Command.UPGRADE || command == Command.STAMP || command == Command.SHOW;
        if (severalAllowed && target instanceof Target.Plain plain && plain.point() == Point.Word.HEAD) {
            ways.add(command.with((target.branch() == null ? "" : target.branch() + "@") + "heads") + " to mean all");
        }
        ways.add(command.with(ids.get(0)) + " to mean one");
        return "Type " + String.join(", ", ways.subList(0, ways.size() - 1)) + ", or " + ways.get(ways.size() - 1)
                + ".";
    }

    /** A head that is applied stays where it is; the others are put on top of it. */
    private List<String> rebases(BitSet heads) {
        List<RevisionId> row = new ArrayList<>(graph.sorted(heads.stream().filter(current.applied()::get)));
        row.addAll(graph.sorted(heads.stream().filter(head -> !current.applied().get(head))));
        return IntStream.range(1, row.size())
                .mapToObj(i -> "`rebase " + row.get(i) + " --onto " + row.get(i - 1) + "`")
                .toList();
    }
}
