package dev.revgraph.run;

import dev.revgraph.revision.Batch;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page that is being changed. */
record BatchPage(Object first, Object last, int rows, long number, JdbcClient jdbc) implements Batch {}
