package dev.revgraph.script;

import org.jspecify.annotations.Nullable;

/**
 * The revision files that a database remembers. One that is still what it was, byte for byte, need not be parsed again:
 * most starts of most applications find nothing but such files.
 */
@FunctionalInterface
public interface KnownFiles {

    KnownFiles NONE = id -> null;

    /** What is remembered of the revision with this id; {@code null} if nothing is. Safe for use by several threads. */
    @Nullable KnownFile find(String id);
}
