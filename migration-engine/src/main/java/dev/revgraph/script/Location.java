package dev.revgraph.script;

import java.util.List;

/**
 * Where scripts are looked for: {@code classpath:db/revisions} (every folder of that name, in jars too) or
 * {@code filesystem:path} (relative to the working directory). Folders below are searched as well.
 *
 * @param kind class path or file system
 * @param path without the prefix; on the class path without a slash at either end
 * @param optional whether it may be missing without a problem
 */
public record Location(Kind kind, String path, boolean optional) {

    /** What the prefix says. */
    public enum Kind {
        CLASSPATH("classpath:"),
        FILESYSTEM("filesystem:");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        String prefix() {
            return prefix;
        }
    }

    /** Where revisions are unless another place is named. */
    public static final Location REVISIONS = parse("classpath:db/revisions");

    /** Where repeatable scripts are unless another place is named; an application need not have any. */
    public static final Location REPEATABLES = parse("classpath:db/repeatable").orMissing();

    /**
     * Reads a location as it is configured.
     *
     * @throws LocationException if the text has another prefix or none, no path, or wildcards
     */
    public static Location parse(String text) {
        String stripped = text.strip();
        for (Kind kind : Kind.values()) {
            if (stripped.startsWith(kind.prefix())) {
                return new Location(
                        kind, path(kind, stripped.substring(kind.prefix().length()), text), false);
            }
        }
        throw new LocationException(
                "The location \"" + text + "\" begins neither with \"classpath:\" nor with \"filesystem:\".",
                "Write \"classpath:" + stripped + "\" for files packed into the application, or \"filesystem:"
                        + stripped + "\" for a folder.");
    }

    /** All of them, in the same order. */
    public static List<Location> parseAll(List<String> texts) {
        return texts.stream().map(Location::parse).toList();
    }

    /** The same place, which may be missing. */
    public Location orMissing() {
        return new Location(kind, path, true);
    }

    private static String path(Kind kind, String written, String text) {
        String path = written.strip();
        if (kind == Kind.CLASSPATH) {
            path = withoutSlashes(path);
            if (path.contains("*") || path.contains("?") || path.contains("{")) {
                throw new LocationException(
                        "The location \"" + text + "\" contains a wildcard.",
                        "Name the folder; the folders below it are searched too.");
            }
        }
        if (path.isEmpty()) {
            throw new LocationException(
                    "The location \"" + text + "\" has no path.",
                    "Name a folder, \"" + kind.prefix() + "db/revisions\".");
        }
        return path;
    }

    private static String withoutSlashes(String path) {
        int from = 0;
        int to = path.length();
        while (from < to && path.charAt(from) == '/') {
            from++;
        }
        while (to > from && path.charAt(to - 1) == '/') {
            to--;
        }
        return path.substring(from, to);
    }

    @Override
    public String toString() {
        return kind.prefix() + path;
    }
}
