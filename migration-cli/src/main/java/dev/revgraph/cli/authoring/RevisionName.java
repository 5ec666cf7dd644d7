package dev.revgraph.cli.authoring;

/**
 * What a new revision is called.
 *
 * @param file the name of its file, without {@code .sql}
 */
public record RevisionName(String id, String file) {

    /** Whether the header has to give the id, since the name of the file does not. */
    boolean needsKey() {
        return !file.equals(id);
    }
}
