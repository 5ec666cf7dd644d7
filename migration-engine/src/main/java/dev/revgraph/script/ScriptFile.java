package dev.revgraph.script;

import dev.revgraph.graph.Origin;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.Resource;

/**
 * A file with SQL, found but not opened.
 *
 * @param resource where its bytes are
 * @param origin how messages call it
 * @param name its name without {@code .sql}
 */
record ScriptFile(Resource resource, Origin origin, String name) {

    private static final String SUFFIX = ".sql";

    static ScriptFile of(Resource resource, String fileName, String source) {
        String name = fileName.substring(0, fileName.length() - SUFFIX.length());
        return new ScriptFile(resource, Origin.of(source), name);
    }

    /** Editors and file systems leave files with a dot in front; they are nobody's revisions. */
    static boolean isScript(String fileName) {
        return fileName.endsWith(SUFFIX) && !fileName.startsWith(".");
    }

    /** @throws LexicalException if it cannot be opened, or its bytes are no text */
    String text() {
        byte[] bytes;
        try (InputStream in = resource.getInputStream()) {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new LexicalException(
                    0, "The file cannot be read: " + e + ".", "Make it readable for the application.");
        }
        return ScriptText.decode(bytes);
    }
}
