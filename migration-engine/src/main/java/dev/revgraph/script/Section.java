package dev.revgraph.script;

import java.util.List;

/**
 * The upgrade or the downgrade of a file, scanned.
 *
 * @param from where its text begins, after the marker's line
 * @param to where it ends
 * @param line the line of its marker
 */
record Section(
        int from,
        int to,
        int line,
        List<ScannedStatement> statements,
        List<PlaceholderUse> placeholders,
        String checksum) {

    Section {
        statements = List.copyOf(statements);
        placeholders = List.copyOf(placeholders);
    }
}
