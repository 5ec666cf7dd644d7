package dev.revgraph.store;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What PostgreSQL keeps as the name of a schema. It shortens names that are too long, with no more than a notice. */
public final class SchemaName {

    private static final int MOST_BYTES = 63;

    private SchemaName() {}

    /** What stands against a name, as a sentence that begins with "It"; nothing if it is kept as it is given. */
    public static Optional<String> objection(String name) {
        if (name.isBlank()) {
            return Optional.of("It is empty.");
        }
        if (name.indexOf('\0') >= 0) {
            return Optional.of("It contains a NUL, which no name in PostgreSQL may.");
        }
        if (name.startsWith("pg_")) {
            return Optional.of("It begins with \"pg_\", which PostgreSQL reserves for itself.");
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        return bytes > MOST_BYTES
                ? Optional.of("It has " + bytes + " bytes in UTF-8, and PostgreSQL keeps no more than " + MOST_BYTES
                        + " of a name.")
                : Optional.empty();
    }
}
