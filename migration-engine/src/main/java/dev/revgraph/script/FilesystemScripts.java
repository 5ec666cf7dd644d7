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
                            files.merge(realPath, ScriptFile.of(file, name, source(file)), ScriptFile::orShorter));
            return Lookup.FOUND;
        } catch (IOException e) {
            return Lookup.unusable("cannot be read: " + e + ".");
        }
    }

    private static String source(Path file) {
        return file.normalize().toString().replace('\\', '/');
    }
}
