package dev.revgraph.graph;

import dev.revgraph.ErrorCode;
import java.util.BitSet;
import java.util.List;

/** What an upgrade applies: everything the target needs that is not applied. */
final class UpgradeRule {

    private final RevisionGraph graph;
    private final CurrentState current;
    private final Resolver resolver;

    UpgradeRule(RevisionGraph graph, CurrentState current) {
        this.graph = graph;
        this.current = current;
        this.resolver = new Resolver(graph, current, Command.UPGRADE);
    }

    BitSet toApply(String text) {
        Target target = resolver.parse(text);
        if (target instanceof Target.Relative relative && relative.countsFromCurrent() && relative.steps() < 0) {
            throw new TargetException(
                    ErrorCode.OUT_OF_RANGE,
                    "\"" + text + "\" lies below the current head; an upgrade goes up.",
                    "Type " + Command.DOWNGRADE.with(text) + " to undo revisions.",
                    List.of());
        }
        BitSet needed = graph.shape().below(resolver.resolve(target).revisions());
        needed.andNot(current.applied());
        refuseWithoutFile(needed);
        return needed;
    }

    private void refuseWithoutFile(BitSet needed) {
        List<String> missing = needed.stream()
                .filter(number -> !graph.isFile(number))
                .mapToObj(number -> graph.id(number).value())
                .toList();
        if (!missing.isEmpty()) {
            throw new TargetException(
                    ErrorCode.UNKNOWN_REVISION,
                    "The target needs " + Command.quoted(missing)
                            + ", which only the database knows: there is no file to apply. Nothing is run.",
                    "Run the release that has the files, or choose a target among `heads`.",
                    missing);
        }
    }
}
