package dev.revgraph.adopt;

import java.nio.file.Path;
import java.util.List;

/**
 * What somebody has said about a project that Flyway migrates.
 *
 * @param locations Flyway's, as it has them; empty for the usual ones
 * @param skipCode whether migrations that are no SQL are left out
 * @param folder where revision files are to be written
 */
public record FlywayChoice(List<String> locations, boolean skipCode, Path folder) {

    public FlywayChoice {
        locations = List.copyOf(locations);
    }
}
