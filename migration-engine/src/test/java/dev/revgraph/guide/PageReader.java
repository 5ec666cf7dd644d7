package dev.revgraph.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes a page apart, line by line. */
final class PageReader {

    private static final String FENCE = "```";

    private final String page;
    private final List<String> lines;

    PageReader(String page, String text) {
        this.page = page;
        this.lines = text.lines().toList();
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        String heading = "";
        String before = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                int end = endOfBlock(i + 1);
                blocks.add(new Block(
                        page,
                        i + 1,
                        heading,
                        before,
                        line.substring(FENCE.length()).strip(),
                        text(lines.subList(i + 1, end))));
                before = "";
                i = end;
            } else if (line.startsWith("#")) {
                heading = line.replaceFirst("^#+ ", "");
                before = "";
            } else if (!line.isBlank()) {
                before = line;
            }
        }
        return blocks;
    }

    /** Cells are separated by bars; one that belongs to a cell is written {@code \|}. */
    List<List<String>> table(String heading) {
        List<List<String>> rows = new ArrayList<>();
        boolean below = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                i = endOfBlock(i + 1);
            } else if (line.startsWith("#")) {
                below = line.replaceFirst("^#+ ", "").equals(heading);
            } else if (below && line.startsWith("|")) {
                rows.add(cells(line));
            } else if (below && !rows.isEmpty()) {
                break;
            }
        }
        return rows.size() < 2 ? List.of() : rows.subList(2, rows.size());
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.strip().replaceAll("^\\||\\|$", "").split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
    }

    private int endOfBlock(int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).equals(FENCE)) {
                return i;
            }
        }
        throw new AssertionError(page + ":" + from + ": the block has no end.");
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
