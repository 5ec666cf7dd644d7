package dev.revgraph;

import dev.revgraph.adopt.Site;
import dev.revgraph.rehearse.SchemaComparisons;
import dev.revgraph.rehearse.Shadows;
import dev.revgraph.run.MigrationListener;
import dev.revgraph.run.Runner;
import dev.revgraph.schema.read.SchemaScope;
import dev.revgraph.script.Location;
import dev.revgraph.script.RevisionCatalog;
import dev.revgraph.script.RevisionSources;
import java.util.List;
import javax.sql.DataSource;

/**
 * What an engine is made of: its revisions, and what runs them on its database or on another one. Immutable and
 * thread-safe.
 */
record Workings(
        DataSource dataSource,
        String name,
        MigrationSettings settings,
        RevisionSources sources,
        RevisionCatalog revisions,
        List<MigrationListener> listeners) {

    /** @param others where revisions come from besides the places of the settings */
    static Workings of(
            DataSource dataSource,
            String name,
            MigrationSettings settings,
            RevisionSources others,
            List<MigrationListener> listeners) {
        RevisionSources sources = others.withLocations(locations(settings.locations()))
                .withRepeatables(repeatables(settings.repeatableLocations()));
        return new Workings(dataSource, name, settings, sources, new RevisionCatalog(sources), listeners);
    }

    private static List<Location> locations(List<String> texts) {
        return texts.stream().map(Location::parse).toList();
    }

    /** The usual place may be missing, since not everybody has such scripts; one that somebody named may not. */
    private static List<Location> repeatables(List<String> texts) {
        return locations(texts).stream()
                .map(location -> location.orMissing().equals(Location.REPEATABLES) ? Location.REPEATABLES : location)
                .toList();
    }

    Runner runner() {
        return new Runner(dataSource, name, revisions, settings, listeners);
    }

    /** Nobody listens to what is run in a shadow. */
    SchemaComparisons comparisons(Shadows shadows, SchemaScope scope) {
        RevisionCatalog alone = revisions.withoutRepeatables();
        return new SchemaComparisons(
                (database, move) -> new Runner(database, name, revisions, settings, List.of()).run(move),
                (database, move) -> new Runner(database, name, alone, settings, List.of()).run(move),
                shadows,
                scope);
    }

    /** The same database, with the revisions of other places. */
    Site site(MigrationSettings changed) {
        Workings there = of(dataSource, name, changed, sources, listeners);
        return new Site(there.revisions, there.runner(), shadows -> there.comparisons(shadows, SchemaScope.EVERYTHING));
    }
}
