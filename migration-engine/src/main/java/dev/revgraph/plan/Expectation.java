package dev.revgraph.plan;

import dev.revgraph.graph.RevisionId;
import dev.revgraph.script.Checksums;
import dev.revgraph.script.Repeatable;
import dev.revgraph.script.RevisionSet;
import dev.revgraph.store.RecordCheck;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the records hold where nothing is left to do: every revision is applied and every repeatable script has run as
 * the application has it, and nothing else is applied. It is met at most starts of most applications, so it asks for
 * little. Not thread-safe; for one look at the records.
 */
public final class Expectation implements RecordCheck {

    /** Nothing for Java revisions, which have no checksums. */
    private final Map<String, Optional<Checksums>> missing = new HashMap<>();

    private boolean disappointed;

    public Expectation(RevisionSet revisions) {
        for (RevisionId id : revisions.graph().revisions()) {
            missing.put(id.value(), revisions.get(id).checksums());
        }
        for (Repeatable script : revisions.repeatables()) {
            missing.put(Situation.recordId(script), Optional.of(script.checksums()));
        }
    }

    @Override
    public boolean accept(String id, @Nullable String checksumAlgorithm, @Nullable String upgradeChecksum) {
        Optional<Checksums> expected = missing.remove(id);
        // A repeatable script that the application no longer has leaves its row behind.
        disappointed = expected == null
                ? !id.startsWith(Situation.REPEATABLE)
                : expected.isPresent() && !matches(expected.get(), checksumAlgorithm, upgradeChecksum);
        return !disappointed;
    }

    private static boolean matches(Checksums expected, @Nullable String algorithm, @Nullable String upgrade) {
        return expected.algorithm().equals(algorithm) && expected.upgrade().equals(upgrade);
    }

    @Override
    public boolean isMet() {
        return !disappointed && missing.isEmpty();
    }
}
