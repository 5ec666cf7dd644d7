package dev.revgraph.adopt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What Flyway's records come to: what is applied now, undone and deleted rows taken into account. */
final class FlywayHistory {

    final SortedMap<FlywayVersion, FlywayRow> applied = new TreeMap<>();

    /** The baseline script that was run, by version. */
    final SortedMap<FlywayVersion, FlywayRow> baselines = new TreeMap<>();

    final Map<String, FlywayRow> repeatables = new HashMap<>();
    final List<FlywayRow> failed = new ArrayList<>();

    /** Everything up to it counts as applied; {@code null} if there is none. */
    @Nullable FlywayVersion baseline;

    static FlywayHistory of(List<FlywayRow> rows) {
        FlywayHistory history = new FlywayHistory();
        rows.forEach(history::take);
        return history;
    }

    private void take(FlywayRow row) {
        if (!row.success()) {
            failed.add(row);
        } else if (row.version() == null || !FlywayVersion.isOne(row.version())) {
            takeUnversioned(row);
        } else if (row.isBaseline()) {
            baseline = FlywayVersion.of(row.version());
            baselines.put(baseline, row);
        } else if (row.isUndo() || row.type().equals("DELETE")) {
            applied.remove(FlywayVersion.of(row.version()));
        } else {
            applied.put(FlywayVersion.of(row.version()), row);
        }
    }

    private void takeUnversioned(FlywayRow row) {
        if (row.type().equals("DELETE")) {
            repeatables.remove(row.description());
        } else if (row.isSql()) {
            repeatables.put(row.description(), row);
        }
    }

    boolean holds(FlywayVersion version) {
        return applied.containsKey(version) || isBelowBaseline(version);
    }

    boolean isBelowBaseline(FlywayVersion version) {
        return baseline != null && version.compareTo(baseline) <= 0;
    }

    boolean isEmpty() {
        return applied.isEmpty() && baseline == null;
    }

    /** The highest version that counts as applied; {@code null} if none does. */
    @Nullable FlywayVersion highest() {
        FlywayVersion last = applied.isEmpty() ? null : applied.lastKey();
        return last == null || isBelowBaseline(last) ? baseline : last;
    }
}
