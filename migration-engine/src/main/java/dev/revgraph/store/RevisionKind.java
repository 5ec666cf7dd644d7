package dev.revgraph.store;

import java.util.Locale;

/** What an applied revision was written in. */
public enum RevisionKind {
    SQL,
    JAVA,
    /** A script that runs again whenever its text changes; its id is {@code repeatable:name}. */
    REPEATABLE;

    /** As the table and the JSON spell it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RevisionKind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
