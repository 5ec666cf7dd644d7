package dev.revgraph.script;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The keys a header may hold. */
enum HeaderKey {
    REVISION,
    REVISES,
    DEPENDS_ON,
    BRANCH,
    CREATED,
    TRANSACTION,
    LOCK_TIMEOUT,
    STATEMENT_TIMEOUT,
    SAFE;

    /** As it is written: {@code depends-on}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean mayRepeat() {
        return this == SAFE;
    }

    static Optional<HeaderKey> of(String text) {
        return Arrays.stream(values()).filter(key -> key.text().equals(text)).findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(HeaderKey::text).toList();
    }
}
