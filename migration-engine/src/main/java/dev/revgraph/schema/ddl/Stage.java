package dev.revgraph.schema.ddl;

/** What can be done in one go. Each stage becomes a revision of its own, in this order, so that no lock outlives its need. */
public enum Stage {
    /** Values for enums: they can be used only after they are committed. */
    VALUES(true),
    /** Everything that takes a moment, whatever the size of the tables. */
    MAIN(true),
    /** Indexes, built and dropped while the application goes on; outside a transaction. */
    INDEXES(false),
    /** Constraints held against the rows that are there, under a lock that lets reads and writes pass. */
    VALIDATION(true);

    private final boolean transactional;

    Stage(boolean transactional) {
        this.transactional = transactional;
    }

    public boolean transactional() {
        return transactional;
    }
}
