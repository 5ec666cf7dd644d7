package dev.revgraph.test;

import dev.revgraph.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the files that a model is written in. */
final class ModelFiles {

    private static final String CLASSPATH = "classpath:";

    private ModelFiles() {}

    /**
     * The files, in the same order.
     *
     * @throws MigrationTestException if one is not there
     */
    static List<Path> find(List<String> names, ClassLoader loader) {
        return names.stream()
                .map(name -> name.startsWith(CLASSPATH) ? onClassPath(name, loader) : Path.of(name))
                .toList();
    }

    private static Path onClassPath(String name, ClassLoader loader) {
        String path = name.substring(CLASSPATH.length()).replaceFirst("^/", "");
        URL found = loader.getResource(path);
        if (found == null) {
            throw unreadable(name, "it is not on the class path", null);
        }
        try {
            return found.getProtocol().equals("file") ? Path.of(URI.create(found.toString())) : copy(found, path);
        } catch (IOException failure) {
            throw unreadable(name, failure.toString(), failure);
        }
    }

    /** Of a jar. */
    private static Path copy(URL packed, String path) throws IOException {
        Path folder = Files.createTempDirectory("revgraph-model");
        Path copy = folder.resolve(String.valueOf(Path.of(path).getFileName()));
        try (InputStream in = packed.openStream()) {
            Files.copy(in, copy);
        }
        copy.toFile().deleteOnExit();
        folder.toFile().deleteOnExit();
        return copy;
    }

    private static MigrationTestException unreadable(String name, String why, @Nullable IOException cause) {
        return new MigrationTestException(
                ErrorCode.BAD_MODEL,
                "The model \"" + name + "\" cannot be read: " + why + ".",
                "Name a file that is there with @MigrationTest(model = …).",
                cause);
    }
}
