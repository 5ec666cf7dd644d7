package dev.revgraph.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Changes as revision files, each with a header and its way back. Plain JDBC reads the same files. */
final class RevisionFiles {

    static final String FOLDER = "db/revisions";

    private static final String UPGRADE = "-- +upgrade\n";
    private static final String DOWNGRADE = "-- +downgrade\n";

    private RevisionFiles() {}

    static void write(Path root, List<Change> changes) throws IOException {
        Path folder = Files.createDirectories(root.resolve(FOLDER));
        String parent = "base";
        for (Change change : changes) {
            String text = "-- " + change.name().replace('_', ' ') + "\n--\n-- revises: " + parent + "\n\n" + UPGRADE
                    + change.sql() + ";\n\n" + DOWNGRADE + change.undo() + ";\n";
            Files.writeString(folder.resolve(change.id() + ".sql"), text);
            parent = change.id();
        }
    }

    /** The statement between the two markers. */
    static String upgrade(String text) {
        return text.substring(text.indexOf(UPGRADE) + UPGRADE.length(), text.indexOf(DOWNGRADE))
                .strip();
    }
}
