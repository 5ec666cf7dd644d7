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

    /** Asks the system anew every time. */
    sealed interface Content {

        byte[] bytes() throws IOException;

        /** The same for all links that lead to it. */
        String identity() throws IOException;
    }

    private record InFileSystem(Path file) implements Content {

        @Override
        public byte[] bytes() throws IOException {
            return Files.readAllBytes(file);
        }

        @Override
        public String identity() throws IOException {
            return file.toRealPath().toString();
        }
    }

    private record InArchive(Resource resource) implements Content {

        @Override
        public byte[] bytes() throws IOException {
            try (InputStream in = resource.getInputStream()) {
                return in.readAllBytes();
            }
        }

        @Override
        public String identity() {
            return resource.getDescription();
        }
    }

    static ScriptFile of(Path file, String fileName, String source) {
        return new ScriptFile(new InFileSystem(file), Origin.of(source), nameOf(fileName));
    }

    static ScriptFile of(Resource resource, String fileName, String source) {
        return new ScriptFile(new InArchive(resource), Origin.of(source), nameOf(fileName));
    }

    /** The order in which folders are listed differs between machines; the choice between two ways to a file does not. */
    ScriptFile orShorter(ScriptFile other) {
        String first = origin.source();
        String second = other.origin.source();
        int difference = Integer.compare(first.length(), second.length());
        return (difference == 0 ? first.compareTo(second) : difference) <= 0 ? this : other;
    }

    /** @throws LexicalException if it cannot be asked */
    String identity() {
        try {
            return content.identity();
        } catch (IOException e) {
            throw unreadable(e);
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
            throw unreadable(e);
        }
    }

    private static LexicalException unreadable(IOException failure) {
        return new LexicalException(
                0, "The file cannot be read: " + failure + ".", "Make it readable for the application.");
    }
}
