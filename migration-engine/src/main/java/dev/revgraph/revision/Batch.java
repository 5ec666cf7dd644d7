package dev.revgraph.revision;

import org.springframework.jdbc.core.simple.JdbcClient;

/** One page of {@link Batches}, inside its own transaction. */
public interface Batch {

    /** The smallest key of the page: a {@code Long}, {@code java.util.UUID} or {@code String}, fit to be bound. */
    Object first();

    /** The largest key of the page. */
    Object last();

    /** How many rows are in the page. */
    int rows();

    /** The number of the page in this run, counted from 1. */
    long number();

    /** SQL in the transaction of the page. */
    JdbcClient jdbc();
}
