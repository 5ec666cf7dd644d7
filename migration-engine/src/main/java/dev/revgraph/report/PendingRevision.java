package dev.revgraph.report;

import java.util.List;

/** A revision that waits to be applied. */
public record PendingRevision(String revision, String description, List<String> revises) {

    public PendingRevision {
        revises = List.copyOf(revises);
    }
}
