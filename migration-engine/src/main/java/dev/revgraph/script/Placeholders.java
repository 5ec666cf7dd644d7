package dev.revgraph.script;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What can be wrong with placeholders. */
final class Placeholders {

    private static final String PROPERTY = "migration.placeholders.";

    private Placeholders() {}

    /** A finding for every use of a name that has no value. */
    static List<Finding> undefined(Collection<PlaceholderUse> uses, Set<String> defined) {
        if (uses.isEmpty()) {
            return List.of();
        }
        return uses.stream()
                .filter(use -> !defined.contains(use.name()))
                .map(use -> finding(use, defined))
                .toList();
    }

    private static Finding finding(PlaceholderUse use, Set<String> defined) {
        String meant = NearMiss.of(use.name(), defined)
                .map(name -> " Perhaps ${" + name + "} is meant.")
                .orElse("");
        return Finding.inScript(
                use.line(),
                "The placeholder ${" + use.name() + "} has no value." + meant,
                "Set the property " + PROPERTY + use.name() + "; where the text itself is meant, write it in two parts:"
                        + " '$' || '{" + use.name() + "}'.");
    }
}
