package dev.revgraph.autoconfigure.status;

import java.util.Optional;

/**
 * What asking a database led to.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {

    /** It answered. */
    record Known<T>(T value) implements Answer<T> {}

    /** It could not be asked; or it has not answered in time, then with a {@link SilentDatabaseException}. */
    record Failed<T>(RuntimeException failure) implements Answer<T> {}

    /** What was asked for, where it is known. */
    default Optional<T> ifKnown() {
        return this instanceof Known<T> known ? Optional.of(known.value) : Optional.empty();
    }

    /** What was asked for; throws why it is not known. */
    default T orThrow() {
        if (this instanceof Failed<T> failed) {
            throw failed.failure;
        }
        return ((Known<T>) this).value;
    }
}
