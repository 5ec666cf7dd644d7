package dev.revgraph.diagnose;

import java.util.List;

/**
 * One of the ways to go on after a failure.
 *
 * @param description what it means, a sentence
 * @param sql statements to type or to put into the revision, in order; may be empty
 */
public record WayOut(String description, List<String> sql) {

    public WayOut {
        sql = List.copyOf(sql);
    }

    static WayOut of(String description, String... sql) {
        return new WayOut(description, List.of(sql));
    }
}
