package dev.revgraph.adopt;

import dev.revgraph.ErrorCode;
import dev.revgraph.graph.Origin;
import dev.revgraph.graph.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Files that have been written, and can be taken back. What was there before is never overwritten. */
final class Manuscript {

    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    private Manuscript(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes all of them, or none.
     *
     * @param folder for revisions; repeatable scripts go to its neighbour
     * @throws AdoptionException if one exists, or the folder cannot be written
     */
    static Manuscript write(Path folder, List<AdoptedFile> files) {
        Manuscript manuscript = new Manuscript(folder);
        try {
            manuscript.make(folder);
            for (AdoptedFile file : files) {
                manuscript.make(home(folder, file));
                manuscript.write(path(folder, file), file.text());
            }
            return manuscript;
        } catch (FileAlreadyExistsException exists) {
            manuscript.takeBack();
            throw exists(Path.of(exists.getFile()));
        } catch (IOException failure) {
            manuscript.takeBack();
            throw new AdoptionException(
                    ErrorCode.MISSING_LOCATION,
                    "The files cannot be written to \"" + folder + "\": " + failure + ".",
                    "Name a folder that can be written with `--output DIR`.",
                    failure);
        }
    }

    static Path path(Path folder, AdoptedFile file) {
        return home(folder, file).resolve(file.name() + ".sql");
    }

    private static Path home(Path folder, AdoptedFile file) {
        return file.repeatable() ? repeatables(folder) : folder;
    }

    static Path repeatables(Path folder) {
        return folder.resolveSibling("repeatable");
    }

    static AdoptionException exists(Path file) {
        return new AdoptionException(
                "The file \"" + file + "\" exists, and is not overwritten.",
                "Move it away, or name another folder with `--output DIR`.");
    }

    /** @throws AdoptionException if there are revision files in the folder, which would be another line beside Flyway's */
    static void requireEmpty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> String.valueOf(file.getFileName()).endsWith(".sql"))
                    .sorted()
                    .findFirst()
                    .ifPresent(file -> {
                        throw new AdoptionException(
                                "The folder \"" + folder + "\" holds \"" + folder.relativize(file)
                                        + "\" already, and Flyway's migrations come below everything else.",
                                "Name an empty folder with `--output DIR`.");
                    });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A folder for the time of a trial. */
    static Path desk() {
        try {
            return Files.createTempDirectory("revgraph-adopt");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void clear(Path desk) {
        try {
            Files.deleteIfExists(desk);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The problem in the file as it would be, instead of the one that was written for the trial. */
    static Problem placed(Problem problem, Path desk, Path folder) {
        Origin origin = problem.origin();
        if (origin == null) {
            return problem;
        }
        String source = origin.source()
                .replace(desk.resolve("revisions").toString(), folder.toString())
                .replace(
                        repeatables(desk.resolve("revisions")).toString(),
                        repeatables(folder).toString());
        return new Problem(
                problem.code(),
                problem.revision(),
                new Origin(source, origin.line()),
                problem.message(),
                problem.action(),
                problem.others());
    }

    /** Where they are, for settings. */
    List<String> locations() {
        return List.of("filesystem:" + folder);
    }

    List<String> repeatableLocations() {
        Path neighbour = repeatables(folder);
        return Files.isDirectory(neighbour) ? List.of("filesystem:" + neighbour) : List.of();
    }

    private void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        written.add(file);
    }

    private void make(Path directory) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path path = directory.toAbsolutePath(); path != null && !Files.exists(path); path = path.getParent()) {
            missing.add(0, path);
        }
        Files.createDirectories(directory);
        written.addAll(missing);
    }

    /** Removes what was written, folders included that hold nothing else. */
    void takeBack() {
        List<Path> latestFirst = new ArrayList<>(written);
        Collections.reverse(latestFirst);
        try {
            for (Path path : latestFirst) {
                if (!Files.isDirectory(path) || isEmpty(path)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }
}
