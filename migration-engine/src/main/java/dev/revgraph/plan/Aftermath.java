package dev.revgraph.plan;

import dev.revgraph.script.StatementWords;
import org.jspecify.annotations.Nullable;

/**
 * Where to look whether a statement took effect that could not share a transaction with its count, once the run that
 * began it is gone. Names are SQL, as the statement has them.
 */
public sealed interface Aftermath {

    /** An index is there and valid; what is there and invalid has to go before it is built again. */
    record IndexBuilt(String index, String table) implements Aftermath {}

    /** An index is gone. */
    record IndexDropped(String index) implements Aftermath {}

    /**
     * It does no harm to do it again, but what it has left of half-built indexes has to go.
     *
     * @param table whether the name is that of a table
     */
    record Reindexed(String name, boolean table) implements Aftermath {}

    /** A partition is detached, or half detached, which can be finalised. */
    record Detached(String table, String partition) implements Aftermath {}

    /** Something that has a catalog of its own is there, or gone. */
    record Listed(String catalog, String column, String name, boolean there) implements Aftermath {}

    /** It does no harm to do it again. */
    record Harmless() implements Aftermath {}

    /** The catalog does not tell. */
    record Unclear() implements Aftermath {}

    /** Whether the next run finds out by itself. */
    default boolean isDecidable() {
        return !(this instanceof Unclear);
    }

    /**
     * What to look at for a statement.
     *
     * @param statement as it was recorded when it began; {@code null} if it was not
     */
    static Aftermath of(@Nullable String statement) {
        if (statement == null) {
            return new Unclear();
        }
        StatementReader words = new StatementReader(StatementWords.of(statement).tokens());
        Aftermath found = null;
        if (words.take("CREATE")) {
            found = ofCreate(words);
        } else if (words.take("DROP")) {
            found = ofDrop(words);
        } else if (words.take("REINDEX")) {
            found = ofReindex(words);
        } else if (words.take("ALTER")) {
            found = ofAlter(words);
        } else if (words.take("VACUUM") || words.take("CLUSTER") || words.take("DISCARD")) {
            found = new Harmless();
        }
        return found == null ? new Unclear() : found;
    }

    private static @Nullable Aftermath ofCreate(StatementReader words) {
        if (words.take("DATABASE")) {
            return listed("pg_database", "datname", words.name(), true);
        }
        if (words.take("TABLESPACE")) {
            return listed("pg_tablespace", "spcname", words.name(), true);
        }
        words.take("UNIQUE");
        // Without a name of its own it is called as PostgreSQL likes.
        if (!words.take("INDEX", "CONCURRENTLY") || words.take("ON")) {
            return null;
        }
        words.take("IF", "NOT", "EXISTS");
        String index = words.name();
        if (index == null || !words.take("ON")) {
            return null;
        }
        words.take("ONLY");
        String table = words.name();
        return table == null ? null : new IndexBuilt(index, table);
    }

    private static @Nullable Aftermath ofDrop(StatementReader words) {
        if (words.take("INDEX", "CONCURRENTLY")) {
            words.take("IF", "EXISTS");
            String index = words.name();
            return index == null ? null : new IndexDropped(index);
        }
        boolean database = words.take("DATABASE");
        boolean tablespace = !database && words.take("TABLESPACE");
        boolean subscription = !database && !tablespace && words.take("SUBSCRIPTION");
        words.take("IF", "EXISTS");
        if (database) {
            return listed("pg_database", "datname", words.name(), false);
        }
        if (tablespace) {
            return listed("pg_tablespace", "spcname", words.name(), false);
        }
        return subscription ? listed("pg_subscription", "subname", words.name(), false) : null;
    }

    private static @Nullable Aftermath listed(String catalog, String column, @Nullable String name, boolean there) {
        return name == null ? null : new Listed(catalog, column, name, there);
    }

    private static Aftermath ofReindex(StatementReader words) {
        words.skipParentheses();
        boolean index = words.take("INDEX");
        boolean table = !index && words.take("TABLE");
        words.take("CONCURRENTLY");
        String name = words.name();
        return (index || table) && name != null ? new Reindexed(name, table) : new Harmless();
    }

    private static @Nullable Aftermath ofAlter(StatementReader words) {
        if (words.take("SYSTEM") || words.take("DATABASE")) {
            return new Harmless();
        }
        if (words.take("SUBSCRIPTION")) {
            words.name();
            return words.take("REFRESH") || words.take("SET") ? new Harmless() : null;
        }
        if (!words.take("TABLE")) {
            return null;
        }
        words.take("IF", "EXISTS");
        words.take("ONLY");
        String table = words.name();
        words.take("*");
        String partition = words.take("DETACH", "PARTITION") ? words.name() : null;
        return table == null || partition == null ? null : new Detached(table, partition);
    }
}
