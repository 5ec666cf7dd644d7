package dev.revgraph.script;

import dev.revgraph.script.ScriptFinder.Lookup;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;

/**
 * Looks through a folder and the folders below it. Symbolic links are followed, each file is taken once however many
 * ways lead to it, a link to a folder above ends there. Names with a dot in front are left alone: that is where
 * mounted Kubernetes config maps keep the copies their links point to.
 */
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
            Files.walkFileTree(
                    root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Collector(root, files));
            return Lookup.FOUND;
        } catch (IOException e) {
            return Lookup.unusable("cannot be read: " + e + ".");
        }
    }

    private static final class Collector extends SimpleFileVisitor<Path> {

        private final Path root;
        private final Map<String, ScriptFile> files;
        private final Deque<Path> realFolders = new ArrayDeque<>();

        Collector(Path root, Map<String, ScriptFile> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (!folder.equals(root) && fileName(folder).startsWith(".")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            realFolders.push(folder.toRealPath());
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            realFolders.pop();
            return super.postVisitDirectory(folder, failure);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = fileName(file);
            if (ScriptFile.isScript(name)) {
                ScriptFile found = ScriptFile.of(new FileSystemResource(file), name, source(file));
                files.merge(realPath(file, name), found, Collector::shorter);
            }
            return FileVisitResult.CONTINUE;
        }

        /** A link to nothing has no real path; opening it gives the error with the file's name. */
        private String realPath(Path file, String name) throws IOException {
            boolean link = Files.isSymbolicLink(file) && Files.exists(file);
            return (link ? file.toRealPath() : realFolders.element().resolve(name)).toString();
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof FileSystemLoopException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private static String source(Path file) {
            return file.normalize().toString().replace('\\', '/');
        }

        private static String fileName(Path path) {
            Path name = path.getFileName();
            return name == null ? "" : name.toString();
        }

        /** The order in which folders are listed differs between machines; the choice does not. */
        private static ScriptFile shorter(ScriptFile a, ScriptFile b) {
            String first = a.origin().source();
            String second = b.origin().source();
            int difference = Integer.compare(first.length(), second.length());
            return (difference == 0 ? first.compareTo(second) : difference) <= 0 ? a : b;
        }
    }
}
