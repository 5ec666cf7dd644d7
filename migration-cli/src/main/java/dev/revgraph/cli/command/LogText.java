package dev.revgraph.cli.command;

import dev.revgraph.cli.output.Ages;
import dev.revgraph.cli.output.Output;
import dev.revgraph.cli.output.Table;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.report.HistoryPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log of what was done to a database, as text for people. */
final class LogText {

    private LogText() {}

    static String of(HistoryPage page, Output output) {
        Ages ages = new Ages(output.clock());
        StringBuilder text = new StringBuilder();
        for (HistoryEntry entry : page.entries()) {
            String subject = subject(entry);
            text.append(entry.operation() + subject + " " + entry.outcome() + "\n");
            Table table = new Table()
                    .row("When", ages.of(entry.startedAt()))
                    .row("By", entry.username() + part(" on ", entry.host()) + part(" with ", entry.application()))
                    .row("Heads", heads(entry.headsBefore()) + " -> " + heads(entry.headsAfter()));
            if (entry.reason() != null) {
                table.row("Reason", entry.reason());
            }
            if (entry.error() != null) {
                table.row("Error", entry.error() + part(" SQLSTATE ", entry.sqlState()));
            }
            text.append(table.text("  "));
        }
        long more = page.total() - page.entries().size();
        return text + (more > 0 ? "(" + more + " older ones; --limit shows more)\n" : "");
    }

    /** A stamp of no revision, or of several, has no single one to name. */
    private static String subject(HistoryEntry entry) {
        if (entry.revision() != null) {
            return " " + entry.revision();
        }
        return entry.operation().equals("stamp") ? " " + heads(entry.headsAfter()) : "";
    }

    private static String part(String before, @Nullable String value) {
        return value == null || value.isEmpty() ? "" : before + value;
    }

    private static String heads(List<String> heads) {
        return heads.isEmpty() ? "base" : String.join(", ", heads);
    }
}
