package dev.revgraph.script;

import dev.revgraph.revision.JavaRevision;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where revisions come from.
 *
 * @param locations where revision files are
 * @param repeatables where repeatable scripts are
 * @param placeholders the values that {@code ${name}} in scripts stands for
 * @param classLoader where {@code classpath:} looks
 * @param code the Java revisions
 */
public record RevisionSources(
        List<Location> locations,
        List<Location> repeatables,
        SortedMap<String, String> placeholders,
        ClassLoader classLoader,
        List<JavaRevision> code) {

    public RevisionSources {
        locations = List.copyOf(locations);
        repeatables = List.copyOf(repeatables);
        placeholders = Collections.unmodifiableSortedMap(new TreeMap<>(placeholders));
        code = List.copyOf(code);
    }

    /** The places a program uses that configures nothing: {@link Location#REVISIONS}, {@link Location#REPEATABLES}. */
    public static RevisionSources of(ClassLoader classLoader) {
        return new RevisionSources(
                List.of(Location.REVISIONS), List.of(Location.REPEATABLES), new TreeMap<>(), classLoader, List.of());
    }

    public RevisionSources withLocations(List<Location> others) {
        return new RevisionSources(others, repeatables, placeholders, classLoader, code);
    }

    public RevisionSources withRepeatables(List<Location> others) {
        return new RevisionSources(locations, others, placeholders, classLoader, code);
    }

    public RevisionSources withPlaceholders(Map<String, String> values) {
        return new RevisionSources(locations, repeatables, new TreeMap<>(values), classLoader, code);
    }

    public RevisionSources withCode(Collection<? extends JavaRevision> revisions) {
        return new RevisionSources(locations, repeatables, placeholders, classLoader, List.copyOf(revisions));
    }
}
