package dev.revgraph.rehearse;

import java.util.List;

/**
 * How a database is rid of what its revisions have made. Immutable.
 *
 * @param statements that drop it, in an order that works
 * @param dropped the objects, as kind and name
 * @param others objects that no revision made, as kind and name; parts of a table that goes go with it
 * @param current the heads that the database is at
 */
public record Clearance(List<String> statements, List<String> dropped, List<String> others, List<String> current) {

    public Clearance {
        statements = List.copyOf(statements);
        dropped = List.copyOf(dropped);
        others = List.copyOf(others);
        current = List.copyOf(current);
    }
}
