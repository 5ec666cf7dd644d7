package dev.revgraph.autoconfigure.status;

import dev.revgraph.MigrationEngine;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who asks each database, by its name. Immutable. */
public final class Inquirers {

    private final SortedMap<String, Inquirer> inquirers;

    Inquirers(List<MigrationEngine> engines) {
        SortedMap<String, Inquirer> byName = new TreeMap<>();
        engines.forEach(engine ->
                byName.put(engine.name(), new Inquirer(engine.name(), Inquirer.Timing.usual(), System::nanoTime)));
        this.inquirers = Collections.unmodifiableSortedMap(byName);
    }

    /**
     * Who asks this database.
     *
     * @throws IllegalArgumentException if there is no such database
     */
    public Inquirer of(String database) {
        Inquirer inquirer = inquirers.get(database);
        if (inquirer == null) {
            throw new IllegalArgumentException("There is no database \"" + database + "\".");
        }
        return inquirer;
    }
}
