package dev.revgraph.script;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Goes through a folder and the folders below it. Symbolic links are followed, a link to a folder above ends there.
 * Names with a dot in front are left alone: that is where mounted Kubernetes config maps keep the copies their links
 * point to. The system is asked about folders alone, because there may be thousands of files at every start of an
 * application: what has the name of a script is taken for a file, and whether it is a link shows when it has been read.
 */
final class FolderWalk {

    /** Is told of every script, in no particular order. */
    @FunctionalInterface
    interface Visitor {

        /** The path is the same whatever links to folders led to the file. */
        void script(Path file, String name, String realPath);
    }

    private final Visitor visitor;

    /** The real paths from the root to the folder at hand. */
    private final Set<String> open = new HashSet<>();

    private FolderWalk(Visitor visitor) {
        this.visitor = visitor;
    }

    static void through(Path root, Visitor visitor) throws IOException {
        new FolderWalk(visitor).enter(root, root.toRealPath().toString());
    }

    private void enter(Path folder, String realPath) throws IOException {
        if (!open.add(realPath)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                visit(entry, realPath);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        open.remove(realPath);
    }

    private void visit(Path entry, String realFolder) throws IOException {
        String name = String.valueOf(entry.getFileName());
        if (name.startsWith(".")) {
            return;
        }
        if (ScriptFile.isScript(name)) {
            visitor.script(entry, name, below(realFolder, name));
        } else if (Files.isDirectory(entry)) {
            enter(entry, entry.toRealPath().toString());
        }
    }

    private static String below(String folder, String name) {
        return folder.endsWith(File.separator) ? folder + name : folder + File.separator + name;
    }
}
