package dev.revgraph.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a database remembers of a revision file since the revision was applied.
 *
 * @param seal the {@link Seal} of the file and of these values; {@code null} if there is none
 * @param checksum of the upgrade
 */
public record KnownFile(
        String id,
        @Nullable String seal,
        @Nullable String checksum,
        String description,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels) {

    public KnownFile {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }
}
