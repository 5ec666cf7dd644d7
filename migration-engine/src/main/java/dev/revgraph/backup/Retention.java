package dev.revgraph.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the oldest backups of a database. Files without a manifest of the same database are nobody's business, and one
 * that cannot be removed is no failure of the backup that has just been made.
 */
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private Retention() {}

    /** Removes all but the newest ones, and returns what was removed. */
    static List<Path> keep(int count, Path folder, Manifest newest) {
        if (count == 0) {
            return List.of();
        }
        List<Path> removed = new ArrayList<>();
        try {
            for (Path old : newestFirst(folder, newest).stream().skip(count).toList()) {
                Files.delete(old);
                Files.deleteIfExists(Manifest.beside(old));
                removed.add(old);
            }
        } catch (IOException stays) {
            LOG.warn("Older backups in \"{}\" stay: {}", folder, stays.toString());
        }
        return removed;
    }

    private static List<Path> newestFirst(Path folder, Manifest newest) throws IOException {
        record Kept(Path file, Manifest manifest) {}
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(Backups.SUFFIX))
                    .flatMap(file -> Manifest.find(file).map(manifest -> new Kept(file, manifest)).stream())
                    .filter(kept -> kept.manifest().database().equals(newest.database())
                            && kept.manifest().server().equals(newest.server()))
                    .sorted(Comparator.comparing((Kept kept) -> kept.manifest().createdAt())
                            .reversed())
                    .map(Kept::file)
                    .toList();
        }
    }
}
