package dev.revgraph.script;

import dev.revgraph.script.ScriptFinder.Lookup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
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
            Resource[] found = new PathMatchingResourcePatternResolver(classLoader)
                    .getResources("classpath*:" + folder + "/**/*.sql");
            if (roots.isEmpty() && found.length == 0) {
                return Lookup.absent("does not exist; looked for the folder \"" + folder
                        + "\" in every directory and jar of the class path"
                        + " (in a jar, the folder needs an entry of its own).");
            }
            for (Resource resource : found) {
                add(resource, folder, files);
            }
            return Lookup.FOUND;
        } catch (IOException | UncheckedIOException e) {
            return Lookup.unusable("cannot be read: " + e + ".");
        }
    }

    private static void add(Resource resource, String folder, Map<String, ScriptFile> files) throws IOException {
        String name = resource.getFilename();
        if (name != null && ScriptFile.isScript(name)) {
            files.putIfAbsent(key(resource), ScriptFile.of(resource, name, source(resource, folder)));
        }
    }

    /** The same as for a file found through the file system, so that it is one file. */
    private static String key(Resource resource) throws IOException {
        return resource.isFile()
                ? resource.getFile().toPath().toRealPath().toString()
                : resource.getURL().toExternalForm();
    }

    /** {@code db/revisions/x.sql}, or {@code other.jar!/db/revisions/x.sql} if it is not the application's own. */
    private static String source(Resource resource, String folder) throws IOException {
        String url = resource.getURL().toExternalForm();
        int entry = url.lastIndexOf("!/");
        if (resource.isFile() || entry < 0) {
            String path = resource.isFile() ? resource.getFile().getPath().replace('\\', '/') : url;
            int start = path.indexOf("/" + folder + "/");
            return start < 0 ? path : path.substring(start + 1);
        }
        String path = url.substring(entry + 2);
        String archive = url.substring(0, entry);
        return archive.endsWith(ARCHIVE) ? archive.substring(archive.lastIndexOf('/') + 1) + "!/" + path : path;
    }
}
