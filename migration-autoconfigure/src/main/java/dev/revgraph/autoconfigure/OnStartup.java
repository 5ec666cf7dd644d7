package dev.revgraph.autoconfigure;

/** What happens to the database when the application starts: {@code migration.on-startup}. */
public enum OnStartup {
    /** Applies what is pending up to the target, then checks. */
    UPGRADE,
    /** Changes nothing; pending revisions stop the start, unless they are allowed. */
    CHECK,
    /** Does not even connect. Endpoint and health still tell how the database stands. */
    NONE;

    /** The value as it is written in a property. */
    String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
