package dev.revgraph.store;

/**
 * A name in PostgreSQL, kept as it is and quoted whenever it becomes SQL: {@code My App} and {@code "} included.
 * Every identifier the engine writes goes through here.
 */
public record Identifier(String name) {

    public Identifier {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("\"" + name + "\" is no name in PostgreSQL.");
        }
    }

    /** The name as SQL. */
    public String quoted() {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return quoted();
    }
}
