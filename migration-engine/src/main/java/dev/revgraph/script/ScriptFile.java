package dev.revgraph.script;

import dev.revgraph.graph.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.Resource;

/**
 * A file with SQL, found but not opened.
 *
 * @param content where its bytes are
 * @param origin how messages call it
 * @param name its name without {@code .sql}
 */
record ScriptFile(Content content, Origin origin, String name) {

    private static final String SUFFIX = ".sql";

    /** Opens the file anew every time. */
    @FunctionalInterface
    interface Content {

        byte[] bytes() throws IOException;
    }

    static ScriptFile of(Path file, String fileName, String source) {
        return new ScriptFile(() -> Files.readAllBytes(file), Origin.of(source), nameOf(fileName));
    }

    static ScriptFile of(Resource resource, String fileName, String source) {
        return new ScriptFile(() -> bytes(resource), Origin.of(source), nameOf(fileName));
    }

    private static byte[] bytes(Resource resource) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static String nameOf(String fileName) {
        return fileName.substring(0, fileName.length() - SUFFIX.length());
    }

    /** Editors and file systems leave files with a dot in front; they are nobody's revisions. */
    static boolean isScript(String fileName) {
        return fileName.endsWith(SUFFIX) && !fileName.startsWith(".");
    }

    /** @throws LexicalException if it cannot be opened, or its bytes are no text */
    String text() {
        return ScriptText.decode(bytes());
    }

    /** @throws LexicalException if it cannot be opened */
    byte[] bytes() {
        try {
            return content.bytes();
        } catch (IOException e) {
            throw new LexicalException(
                    0, "The file cannot be read: " + e + ".", "Make it readable for the application.");
        }
    }
}
