package dev.revgraph.rehearse;

import dev.revgraph.plan.Situation;
import java.util.List;

/**
 * What a replay has to make to equal a database. Immutable.
 *
 * @param current its current heads
 * @param scriptsApart whether repeatable scripts may have made something that a replay does not make: they are run at the
 *     head alone, and what they have made stays below it
 */
public record Standing(List<String> current, boolean scriptsApart) {

    public Standing {
        current = List.copyOf(current);
    }

    public static Standing of(Situation situation) {
        boolean belowHead =
                !situation.applied().containsAll(situation.revisions().graph().revisions());
        return new Standing(
                situation.currentHeads().stream().map(Object::toString).toList(),
                belowHead && !situation.revisions().repeatables().isEmpty());
    }
}
