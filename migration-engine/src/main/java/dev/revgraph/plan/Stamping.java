package dev.revgraph.plan;

import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.Traversal;
import dev.revgraph.script.Repeatable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Plans a stamp: the records change, the schema does not. */
final class Stamping {

    private Stamping() {}

    static Plan plan(Situation situation, Move move) {
        Set<RevisionId> now = situation.applied();
        Set<RevisionId> then = new Traversal(situation.graph(), now).stamp(move.targets(), move.purge());
        List<RevisionId> before = situation.currentHeads();
        Set<RevisionId> added = new LinkedHashSet<>(then);
        added.removeAll(now);
        List<RevisionId> removed = new ArrayList<>();
        // A revision that was left half done is settled by a stamp: it is applied as stated, or forgotten.
        situation.running().map(row -> new RevisionId(row.id())).ifPresent(id -> {
            removed.add(id);
            if (then.contains(id)) {
                added.add(id);
            }
        });
        now.stream().filter(id -> !then.contains(id) && !removed.contains(id)).forEach(removed::add);
        List<Repeatable> scripts = situation.revisions().repeatables().stream()
                .filter(script -> move.scripts().contains(script.name()))
                .filter(script -> !situation.stored().rows().containsKey(Situation.recordId(script)))
                .toList();
        // What is there although nothing is applied is none of the revisions' business: the tables remember that.
        boolean settles = !situation.stored().foreign().isEmpty();
        if (added.isEmpty() && removed.isEmpty() && scripts.isEmpty() && !settles) {
            return new Plan(move, List.of(), before);
        }
        List<RevisionId> after = situation.graph().maximal(then);
        Step stamp = new Step.Stamp(after, situation.graph().inOrder(added), removed, scripts, before, after);
        return new Plan(move, List.of(stamp), before);
    }
}
