package dev.revgraph.cli.command;

import dev.revgraph.report.RevisionReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A revision in JSON, as every command that lists revisions prints it. */
record RevisionItem(
        String revision,
        String description,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels,
        @Nullable String state) {

    static Map<String, List<RevisionItem>> list(List<RevisionReport> reports) {
        return Map.of("revisions", reports.stream().map(RevisionItem::of).toList());
    }

    private static RevisionItem of(RevisionReport report) {
        return new RevisionItem(
                report.revision(),
                report.description(),
                report.revises(),
                report.dependsOn(),
                report.labels(),
                report.state());
    }
}
