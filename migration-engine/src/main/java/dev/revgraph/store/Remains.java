package dev.revgraph.store;

/** What there is, when a run ends early, of the statement that it began last and did not count. */
public enum Remains {
    /** Nothing: it has been rolled back as a whole, or was never sent. */
    NOTHING,

    /** It has failed, but may be in the way of the next attempt, as an invalid index is: it stays on record for that. */
    OBSTACLES,

    /** Nobody knows, or a part: it stays on record as one that was cut off. */
    IN_DOUBT;

    /** Whether the row no longer says that the statement has begun. */
    boolean dropsMark() {
        return this != IN_DOUBT;
    }

    /** Whether the row no longer says which one it was. */
    boolean dropsStatement() {
        return this == NOTHING;
    }
}
