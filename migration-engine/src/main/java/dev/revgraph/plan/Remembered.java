package dev.revgraph.plan;

import dev.revgraph.script.KnownFile;
import dev.revgraph.script.KnownFiles;
import dev.revgraph.store.AppliedRevision;
import dev.revgraph.store.Outline;
import dev.revgraph.store.StoredState;

/** What the records tell of the files that were applied. */
public final class Remembered {

    private Remembered() {}

    public static KnownFiles files(Outline outline) {
        return id -> {
            Outline.Line line = outline.lines().get(id);
            return line == null
                    ? null
                    : new KnownFile(
                            id,
                            line.seal(),
                            line.upgradeChecksum(),
                            line.description(),
                            line.parents(),
                            line.dependencies(),
                            line.labels());
        };
    }

    public static KnownFiles files(StoredState state) {
        return id -> {
            AppliedRevision row = state.rows().get(id);
            return row == null
                    ? null
                    : new KnownFile(
                            id,
                            row.seal(),
                            row.upgradeChecksum(),
                            row.description(),
                            row.parents(),
                            row.dependencies(),
                            row.labels());
        };
    }
}
