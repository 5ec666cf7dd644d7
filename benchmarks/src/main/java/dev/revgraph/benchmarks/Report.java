package dev.revgraph.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The results as tables in Markdown. */
final class Report {

    private final Options options;
    private final Results results;

    Report(Options options, Results results) {
        this.options = options;
        this.results = results;
    }

    String tables() {
        StringBuilder text = new StringBuilder();
        for (Measure measure : Measure.values()) {
            if (results.has(measure)) {
                table(measure, text);
            }
        }
        return text.toString();
    }

    private void table(Measure measure, StringBuilder text) {
        List<Integer> sizes = options.sizes();
        List<String> head = new ArrayList<>(List.of(measure.label() + ", ms"));
        sizes.forEach(size -> head.add(String.format(Locale.ROOT, "%,d", size)));
        boolean growth = sizes.contains(1000) && sizes.contains(5000);
        if (growth) {
            head.add("5,000 / 1,000");
        }
        text.append(row(head)).append('|').append(" --- |".repeat(head.size())).append('\n');
        for (Tool tool : options.tools()) {
            if (sizes.stream()
                    .noneMatch(size -> results.medianMillis(measure, size, tool).isPresent())) {
                continue;
            }
            List<String> cells = new ArrayList<>(List.of(tool.label()));
            sizes.forEach(size -> cells.add(cell(measure, size, tool)));
            if (growth) {
                cells.add(number(results.growth(measure, 1000, 5000, tool), "%.1f"));
            }
            text.append(row(cells));
        }
        text.append('\n');
    }

    private String cell(Measure measure, int size, Tool tool) {
        OptionalDouble median = results.medianMillis(measure, size, tool);
        String millis = number(median, median.orElse(0) < 100 ? "%.1f" : "%,.0f");
        return tool == Tool.PLAIN_JDBC
                ? millis
                : millis + " (" + number(results.ratio(measure, size, tool, Tool.PLAIN_JDBC), "%.2f") + "×)";
    }

    private static String number(OptionalDouble value, String format) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "–";
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
