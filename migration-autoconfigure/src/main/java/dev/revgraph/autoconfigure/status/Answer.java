package dev.revgraph.autoconfigure.status;

import dev.revgraph.MigrationException;
import java.util.Optional;
import java.util.function.Function;

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

    /**
     * What is made of either.
     *
     * @throws RuntimeException what the question threw, if it is nothing that is explained to people
     */
    default <R> R map(
            Function<? super T, ? extends R> known, Function<? super MigrationException, ? extends R> explanation) {
        return this instanceof Failed<T> failed && failed.failure instanceof MigrationException explained
                ? explanation.apply(explained)
                : known.apply(orThrow());
    }

    /** What was asked for; throws why it is not known. */
    default T orThrow() {
        if (this instanceof Failed<T> failed) {
            throw failed.failure;
        }
        return ((Known<T>) this).value;
    }
}
