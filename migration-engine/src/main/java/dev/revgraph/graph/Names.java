package dev.revgraph.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every id and label of a graph, found by the whole name or by its beginning. */
final class Names {

    private static final int SHORTEST_TO_ABBREVIATE = 4;
    private static final int MOST_NEAR = 5;

    private final Map<String, Integer> owners = new HashMap<>();

    /** Made when a name is looked for that is none; most starts of an application never do. */
    private volatile String @Nullable [] sorted;

    /** @param registry who bears which name
     * @param order the final numbers: {@code order[number]} is the number in the registry */
    Names(Registry registry, int[] order) {
        List<RevisionNode> nodes = registry.nodes();
        for (int number = 0; number < order.length; number++) {
            RevisionNode node = nodes.get(order[number]);
            owners.putIfAbsent(node.id().value(), number);
            for (Reference label : node.labels()) {
                Integer owner = registry.labelled(label.name());
                if (owner != null && owner == order[number]) {
                    owners.put(label.name().value(), number);
                }
            }
        }
    }

    private String[] sorted() {
        String[] names = sorted;
        if (names == null) {
            names = owners.keySet().toArray(String[]::new);
            Arrays.sort(names);
            sorted = names;
        }
        return names;
    }

    /** The revision that bears exactly this name. */
    @Nullable Integer owner(String name) {
        return owners.get(name);
    }

    /** The names, longer than three characters, that begin so; sorted. */
    List<String> beginningWith(String prefix) {
        if (prefix.isEmpty()) {
            return List.of();
        }
        String[] all = sorted();
        int at = Arrays.binarySearch(all, prefix);
        List<String> names = new ArrayList<>();
        for (int i = at < 0 ? -at - 1 : at; i < all.length && all[i].startsWith(prefix); i++) {
            if (all[i].length() >= SHORTEST_TO_ABBREVIATE) {
                names.add(all[i]);
            }
        }
        return Collections.unmodifiableList(names);
    }

    /** At most five names that resemble an unknown one, the nearest first. */
    List<String> near(String unknown) {
        return NearNames.of(unknown, Arrays.asList(sorted()), MOST_NEAR);
    }
}
