package dev.revgraph.script;

import dev.revgraph.script.ScriptFinder.Lookup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Looks through every folder of a name on the class path: directories, jars, and jars inside an executable jar. */
final class ClasspathScripts {

    private static final String ARCHIVE = ".jar";

    private final ClassLoader classLoader;

    ClasspathScripts(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    Lookup find(String folder, Map<String, ScriptFile> files) {
        try {
            List<URL> roots = Collections.list(classLoader.getResources(folder));
            if (roots.isEmpty()) {
                return absent(folder);
            }
            boolean others = false;
            for (URL root : roots) {
                if (root.getProtocol().equals("file")) {
                    addDirectory(root, folder, files);
                } else {
                    others = true;
                }
            }
            if (others) {
                addOthers(folder, files);
            }
            return Lookup.FOUND;
        } catch (IOException | UncheckedIOException | URISyntaxException e) {
            return Lookup.unusable("cannot be read: " + e + ".");
        }
    }

    private static Lookup absent(String folder) {
        return Lookup.absent("does not exist; looked for the folder \"" + folder
                + "\" in every directory and jar of the class path (in a jar, the folder needs an entry of its own).");
    }

    private static void addDirectory(URL url, String folder, Map<String, ScriptFile> files)
            throws IOException, URISyntaxException {
        Path root = Path.of(url.toURI());
        if (Files.isDirectory(root)) {
            int start = root.toString().length();
            FolderWalk.through(root, (file, name, realPath) -> {
                String source = folder + file.toString().substring(start).replace('\\', '/');
                files.putIfAbsent(realPath, ScriptFile.of(file, name, source));
            });
        }
    }

    /** Whatever is no directory: jars, jars in jars, the image of a native executable. */
    private void addOthers(String folder, Map<String, ScriptFile> files) throws IOException {
        Resource[] found =
                new PathMatchingResourcePatternResolver(classLoader).getResources("classpath*:" + folder + "/**/*.sql");
        for (Resource resource : found) {
            String name = resource.getFilename();
            if (name != null && ScriptFile.isScript(name) && !resource.isFile()) {
                String url = resource.getURL().toExternalForm();
                files.putIfAbsent(url, ScriptFile.of(resource, name, source(url)));
            }
        }
    }

    /** {@code db/revisions/x.sql}, or {@code other.jar!/db/revisions/x.sql} if it is not the application's own. */
    private static String source(String url) {
        int entry = url.lastIndexOf("!/");
        if (entry < 0) {
            return url;
        }
        String path = url.substring(entry + 2);
        String archive = url.substring(0, entry);
        return archive.endsWith(ARCHIVE) ? archive.substring(archive.lastIndexOf('/') + 1) + "!/" + path : path;
    }
}
