package dev.revgraph.store;

import org.jspecify.annotations.Nullable;

/** Looks at what is recorded, row by row, until it has seen enough. */
public interface RecordCheck {

    /**
     * Takes a row of something that is applied.
     *
     * @return whether the next row is of interest
     */
    boolean accept(String id, @Nullable String checksumAlgorithm, @Nullable String upgradeChecksum);

    /** Whether the rows that were taken are what is expected, if no more come. */
    boolean isMet();
}
