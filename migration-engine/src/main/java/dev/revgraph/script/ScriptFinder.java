package dev.revgraph.script;

import dev.revgraph.ErrorCode;
import dev.revgraph.graph.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the scripts of several locations, each file once, in the order of their names. */
final class ScriptFinder {

    private final ClasspathScripts classpath;
    private final FilesystemScripts filesystem = new FilesystemScripts();
    private final List<Problem> problems;

    ScriptFinder(ClassLoader classLoader, List<Problem> problems) {
        this.classpath = new ClasspathScripts(classLoader);
        this.problems = problems;
    }

    /** @param setting what configures the locations, for the report of one that is missing */
    Collection<ScriptFile> find(List<Location> locations, String setting) {
        Map<String, ScriptFile> files = new LinkedHashMap<>();
        for (Location location : locations) {
            switch (location.kind()) {
                case CLASSPATH -> report(location, setting, classpath.find(location.path(), files));
                case FILESYSTEM -> report(location, setting, filesystem.find(location.path(), files));
            }
        }
        return files.values().stream()
                .sorted(Comparator.comparing(ScriptFile::name)
                        .thenComparing(file -> file.origin().source()))
                .toList();
    }

    private void report(Location location, String setting, Lookup lookup) {
        if (lookup.found() || (location.optional() && lookup.absent())) {
            return;
        }
        problems.add(new Problem(
                ErrorCode.MISSING_LOCATION,
                null,
                null,
                "The location \"" + location + "\" " + lookup.objection(),
                "Create it, or name another one with " + setting + "."));
    }

    /**
     * Whether a folder was there.
     *
     * @param absent whether nothing at all is there, so that an optional location is simply not used
     * @param objection the end of the sentence that begins with the location
     */
    record Lookup(boolean found, boolean absent, String objection) {

        static final Lookup FOUND = new Lookup(true, false, "");

        static Lookup absent(String objection) {
            return new Lookup(false, true, objection);
        }

        static Lookup unusable(String objection) {
            return new Lookup(false, false, objection);
        }
    }
}
