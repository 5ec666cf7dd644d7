package dev.revgraph.report;

/** How a database stands to the revisions of the application that looks at it. */
public enum State {
    /** Nothing is applied and there are no migration tables. */
    EMPTY,
    /** Everything up to the target is applied. */
    UP_TO_DATE,
    /** Revisions are waiting to be applied. */
    PENDING,
    /** Revisions are applied that this application does not know; nothing is pending: it is the older release. */
    AHEAD,
    /** Revisions are pending, and others are applied that this application does not know. */
    DIVERGED,
    /** A problem must be settled before anything can be applied. */
    INVALID
}
