package dev.revgraph.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes the oldest backups of a database. Files without a manifest of the same database are nobody's business. */
final class Retention {

    private Retention() {}

    /** Removes all but the newest ones, and returns what was removed. */
    static List<Path> keep(int count, Path folder, Manifest newest) throws IOException {
        if (count == 0) {
            return List.of();
        }
        record Kept(Path file, Manifest manifest) {}
        List<Kept> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(Backups.SUFFIX))
                    .toList()) {
                if (Files.isRegularFile(Manifest.beside(file))) {
                    all.add(new Kept(file, Manifest.of(file)));
                }
            }
        }
        List<Path> removed = new ArrayList<>();
        for (Kept old : all.stream()
                .filter(each -> each.manifest().database().equals(newest.database())
                        && each.manifest().server().equals(newest.server()))
                .sorted(Comparator.comparing((Kept each) -> each.manifest().createdAt())
                        .reversed())
                .skip(count)
                .toList()) {
            Files.delete(old.file());
            Files.deleteIfExists(Manifest.beside(old.file()));
            removed.add(old.file());
        }
        return removed;
    }
}
