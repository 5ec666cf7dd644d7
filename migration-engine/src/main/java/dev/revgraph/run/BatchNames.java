package dev.revgraph.run;

import java.util.HashSet;
import java.util.Set;

/** Sees to it that no two batches of a revision keep their progress under one name. */
final class BatchNames {

    private static final String ACTION = "Give each of them a name of its own, the same in every release.";

    private final String revision;
    private final Set<String> given = new HashSet<>();
    private final Set<String> claimed = new HashSet<>();

    BatchNames(String revision) {
        this.revision = revision;
    }

    /** A name is chosen. */
    void give(String name) {
        if (name.isBlank()) {
            throw new BatchException(revision, "a name is empty.", ACTION);
        }
        if (!given.add(name)) {
            throw twice(name);
        }
    }

    /** The batches of a name are about to run. */
    void claim(String name) {
        if (!claimed.add(name)) {
            throw twice(name);
        }
    }

    private BatchException twice(String name) {
        return new BatchException(revision, "the name \"" + name + "\" is used twice.", ACTION);
    }
}
