package dev.revgraph.rehearse;

import java.util.List;

/**
 * In what a database and what is wanted of it differ, as people and programs are told. Immutable.
 *
 * @param unmodelled what is in one of them and could not be compared, by kind and name
 */
public record SchemaReport(List<Item> differences, List<String> unmodelled) {

    public SchemaReport {
        differences = List.copyOf(differences);
        unmodelled = List.copyOf(unmodelled);
    }

    /**
     * One object.
     *
     * @param kind {@code column}, {@code foreign key}
     * @param object its name with what it is in: {@code public.users.email}
     * @param change what is the matter with it, seen from the database: one of the texts of
     *     {@link dev.revgraph.schema.diff.Difference.Change}
     * @param message a sentence
     * @param sql what would make the database as it is wanted
     */
    public record Item(String kind, String object, String change, String message, List<String> sql) {

        public Item {
            sql = List.copyOf(sql);
        }
    }
}
