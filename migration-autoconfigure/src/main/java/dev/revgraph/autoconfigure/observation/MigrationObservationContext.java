package dev.revgraph.autoconfigure.observation;

import io.micrometer.observation.Observation;

/** What handlers recognise the observations of migrations by. */
public final class MigrationObservationContext extends Observation.Context {

    private final String database;

    MigrationObservationContext(String database) {
        this.database = database;
    }

    public String database() {
        return database;
    }
}
