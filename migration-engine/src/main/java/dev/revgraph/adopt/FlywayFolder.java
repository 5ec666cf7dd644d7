package dev.revgraph.adopt;

import dev.revgraph.ErrorCode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything that lies in Flyway's locations, by what it is. Read once, then left alone. */
final class FlywayFolder {

    /** Where Flyway looks in a Spring Boot project, and where operators keep the files. */
    private static final List<String> USUAL = List.of("src/main/resources/db/migration", "db/migration");

    private static final Pattern CALLBACK = Pattern.compile("((before|after)[A-Z].*|createSchema.*)\\.sql");

    final SortedMap<FlywayVersion, FlywayFile> versioned = new TreeMap<>();
    final SortedMap<FlywayVersion, FlywayFile> undo = new TreeMap<>();
    final SortedMap<FlywayVersion, FlywayFile> baselines = new TreeMap<>();

    /** In the order in which Flyway runs them. */
    final SortedMap<String, FlywayFile> repeatables = new TreeMap<>();

    final List<String> callbacks = new ArrayList<>();
    final List<String> unnamed = new ArrayList<>();
    final List<Path> locations;

    private FlywayFolder(List<Path> locations) {
        this.locations = locations;
    }

    /**
     * Reads the locations.
     *
     * @param named as Flyway has them, or folders; empty for the usual ones
     * @throws AdoptionException if one that was named is missing, or two files have one version
     */
    static FlywayFolder read(List<String> named) {
        List<Path> locations = (named.isEmpty() ? USUAL : named)
                .stream()
                        .map(FlywayFolder::path)
                        .filter(path -> !named.isEmpty() || Files.isDirectory(path))
                        .toList();
        FlywayFolder folder =
                new FlywayFolder(named.isEmpty() ? locations.stream().limit(1).toList() : locations);
        folder.locations.forEach(folder::readAll);
        return folder;
    }

    private static Path path(String location) {
        return location.startsWith("classpath:")
                ? Path.of("src/main/resources", location.replaceFirst("^classpath:/*", ""))
                : Path.of(location.replaceFirst("^filesystem:", ""));
    }

    boolean isMissing() {
        return locations.isEmpty();
    }

    /** For messages. */
    String places() {
        return String.join(
                ", ",
                (locations.isEmpty() ? USUAL.stream().map(Path::of) : locations.stream())
                        .map(path -> "\"" + path + "\"")
                        .toList());
    }

    private void readAll(Path location) {
        try (Stream<Path> files = Files.walk(location)) {
            files.filter(file -> String.valueOf(file.getFileName()).endsWith(".sql"))
                    .sorted()
                    .forEach(this::readOne);
        } catch (IOException failure) {
            throw new AdoptionException(
                    ErrorCode.MISSING_LOCATION,
                    "Flyway's location \"" + location + "\" cannot be read: " + failure + ".",
                    "Name the folder with `--flyway-location DIR`.",
                    failure);
        }
    }

    private void readOne(Path path) {
        String fileName = String.valueOf(path.getFileName());
        Optional<FlywayName> name = FlywayName.of(fileName.substring(0, fileName.length() - ".sql".length()));
        if (name.isEmpty()) {
            (CALLBACK.matcher(fileName).matches() ? callbacks : unnamed).add(fileName);
            return;
        }
        FlywayFile file = read(path, name.get());
        FlywayFile other = switch (name.get().kind()) {
            case 'V' -> versioned.putIfAbsent(name.get().number(), file);
            case 'U' -> undo.putIfAbsent(name.get().number(), file);
            case 'B' -> baselines.putIfAbsent(name.get().number(), file);
            default -> repeatables.putIfAbsent(name.get().recorded(), file);
        };
        if (other != null) {
            throw new AdoptionException(
                    "Two files are one migration: \"" + other.path() + "\" and \"" + path + "\".",
                    "Remove one of them, or name the folders that count with `--flyway-location DIR`.");
        }
    }

    private static FlywayFile read(Path path, FlywayName name) {
        FlywaySettings settings = FlywaySettings.beside(path);
        try {
            return new FlywayFile(path, name, Files.readString(path, settings.encoding()), settings);
        } catch (CharacterCodingException malformed) {
            throw new AdoptionException(
                    ErrorCode.BAD_SCRIPT,
                    "The file \"" + path + "\" is not " + settings.encoding() + ".",
                    "Name its encoding in \"" + path + ".conf\" (encoding=…), as Flyway has it.",
                    malformed);
        } catch (IOException failure) {
            throw new AdoptionException(
                    ErrorCode.MISSING_LOCATION,
                    "The file \"" + path + "\" cannot be read: " + failure + ".",
                    "See who may read it.",
                    failure);
        }
    }
}
