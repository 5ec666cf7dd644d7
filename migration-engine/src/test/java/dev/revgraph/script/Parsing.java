package dev.revgraph.script;

import java.util.List;

/** Parses revision files for tests. */
final class Parsing {

    static final String HEADER = "-- Test\n-- revises: base\n";

    private Parsing() {}

    static RevisionFile file(String text) {
        return RevisionFileParser.parse(text, "the_file");
    }

    /** What is wrong with a file whose upgrade is this; its first line is line 4. */
    static List<Finding> upgrade(String sql) {
        return file(HEADER + "-- +upgrade\n" + sql).findings();
    }

    static List<Finding> upgradeWithoutTransaction(String sql) {
        return file(HEADER + "-- transaction: off\n-- +upgrade\n" + sql).findings();
    }

    static List<String> messages(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.line() + ": " + finding.message())
                .toList();
    }
}
