package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.ObjectId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Orders objects so that what is needed comes first; by kind and name where that leaves a choice. */
final class Order {

    private Order() {}

    /** Where objects need each other in a circle, the one that comes first by its id is left without what it needs. */
    static List<ObjectId> neededFirst(
            Collection<ObjectId> nodes, Function<ObjectId, ? extends Collection<ObjectId>> needs) {
        Set<ObjectId> all = new TreeSet<>(nodes);
        Set<ObjectId> seen = new HashSet<>();
        List<ObjectId> ordered = new ArrayList<>(all.size());
        Deque<Visit> stack = new ArrayDeque<>();
        for (ObjectId start : all) {
            if (seen.add(start)) {
                stack.push(new Visit(start, needs.apply(start).iterator()));
            }
            while (!stack.isEmpty()) {
                Visit visit = stack.element();
                if (!visit.needed().hasNext()) {
                    ordered.add(stack.pop().id());
                    continue;
                }
                ObjectId next = visit.needed().next();
                if (all.contains(next) && seen.add(next)) {
                    stack.push(new Visit(next, needs.apply(next).iterator()));
                }
            }
        }
        return ordered;
    }

    private record Visit(ObjectId id, Iterator<ObjectId> needed) {}
}
