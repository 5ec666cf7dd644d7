package dev.revgraph.cli.authoring;

import dev.revgraph.ErrorCode;
import dev.revgraph.cli.CommandException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the folder in which a project keeps the files that a location leads to. */
public final class SourceFolder {

    private static final String FILES = "filesystem:";
    private static final String CLASSES = "classpath:";

    private SourceFolder() {}

    /**
     * The folder for new files.
     *
     * @param named by the option, if it was
     * @param locations as configured; the first one that is a folder counts
     * @throws CommandException if there is no such folder
     */
    public static Path find(@Nullable Path named, List<String> locations) {
        if (named != null) {
            return named;
        }
        return locations.stream()
                .map(SourceFolder::folder)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        ErrorCode.MISSING_LOCATION,
                        "There is no folder for revision files; looked for "
                                + String.join(
                                        ", ",
                                        locations.stream()
                                                .map(place ->
                                                        "\"" + folder(place).toAbsolutePath() + "\"")
                                                .toList())
                                + ".",
                        "Go to the project's folder, or name the one for the file with `--output DIR`.",
                        (Throwable) null));
    }

    /**
     * The folder for new files, which need not be there yet if its place is.
     *
     * @param named by the option, if it was
     * @param locations as configured
     * @throws CommandException if there is no place for one
     */
    public static Path findOrPlan(@Nullable Path named, List<String> locations) {
        List<Path> folders = locations.stream().map(SourceFolder::folder).toList();
        if (named != null || folders.stream().anyMatch(Files::isDirectory)) {
            return find(named, locations);
        }
        return folders.stream()
                .filter(folder -> folders.size() == 1
                        || Files.isDirectory(folder.toAbsolutePath().resolveSibling(".")))
                .findFirst()
                .orElseGet(() -> find(null, locations));
    }

    private static Path folder(String location) {
        return location.startsWith(FILES)
                ? Path.of(location.substring(FILES.length()))
                : Path.of("src/main/resources", location.replaceFirst("^" + CLASSES + "/*", ""));
    }
}
