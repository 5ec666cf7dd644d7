package dev.revgraph.script;

import dev.revgraph.script.ScriptFinder.Lookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Looks through a folder of the file system; a file is taken once however many ways lead to it. */
final class FilesystemScripts {

    Lookup find(String folder, Map<String, ScriptFile> files) {
        Path root;
        try {
            root = Path.of(folder);
        } catch (InvalidPathException e) {
            return Lookup.unusable("is no path: " + e.getReason() + ".");
        }
        String absolute = "\"" + root.toAbsolutePath().normalize() + "\"";
        if (!Files.exists(root)) {
            return Lookup.absent("does not exist; looked for the folder " + absolute + ".");
        }
        if (!Files.isDirectory(root)) {
            return Lookup.unusable("is no folder: " + absolute + " is a file.");
        }
        try {
            FolderWalk.through(
                    root,
                    (file, name, realPath) ->
                            files.merge(realPath, ScriptFile.of(file, name, source(file)), FilesystemScripts::shorter));
            return Lookup.FOUND;
        } catch (IOException e) {
            return Lookup.unusable("cannot be read: " + e + ".");
        }
    }

    private static String source(Path file) {
        return file.normalize().toString().replace('\\', '/');
    }

    /** The order in which folders are listed differs between machines; the choice does not. */
    private static ScriptFile shorter(ScriptFile a, ScriptFile b) {
        String first = a.origin().source();
        String second = b.origin().source();
        int difference = Integer.compare(first.length(), second.length());
        return (difference == 0 ? first.compareTo(second) : difference) <= 0 ? a : b;
    }
}
