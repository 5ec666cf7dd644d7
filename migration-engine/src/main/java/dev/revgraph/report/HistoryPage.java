package dev.revgraph.report;

import java.util.List;

/**
 * A page of the log, newest first.
 *
 * @param entries at most {@code size} of them
 * @param page the page, counted from 0
 * @param size how many entries a page holds
 * @param total how many entries there are in all
 */
public record HistoryPage(List<HistoryEntry> entries, int page, int size, long total) {

    public HistoryPage {
        entries = List.copyOf(entries);
    }
}
