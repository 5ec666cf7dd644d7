package dev.revgraph.script;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    private static final Map<String, HeaderKey> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(HeaderKey::text, Function.identity()));

    /** As it is written: {@code depends-on}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean mayRepeat() {
        return this == SAFE;
    }

    static Optional<HeaderKey> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(HeaderKey::text).toList();
    }
}
