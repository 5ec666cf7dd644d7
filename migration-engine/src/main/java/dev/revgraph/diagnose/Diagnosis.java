package dev.revgraph.diagnose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a statement failed, as far as the database shows it. Immutable.
 *
 * @param finding what was found, in full sentences, with counts
 * @param samples a few of the rows that are meant, one text for each; values in them are shortened, and control
 *     characters written as escapes
 * @param query shows all of them; {@code null} if no rows are meant
 * @param waysOut what can be done; the first is the most usual one
 */
public record Diagnosis(
        String finding, List<String> samples, @Nullable String query, List<WayOut> waysOut) {

    public Diagnosis {
        samples = List.copyOf(samples);
        waysOut = List.copyOf(waysOut);
    }

    static Diagnosis of(String finding, WayOut... waysOut) {
        return new Diagnosis(finding, List.of(), null, List.of(waysOut));
    }

    static Diagnosis of(String finding, List<WayOut> waysOut) {
        return new Diagnosis(finding, List.of(), null, waysOut);
    }

    /** The whole as lines for a person. */
    public String text() {
        StringBuilder text = new StringBuilder("Diagnosis: ").append(finding).append('\n');
        samples.forEach(row -> text.append("  ").append(row).append('\n'));
        if (query != null) {
            text.append("All of them:\n").append(indented(query + ";"));
        }
        int number = 0;
        for (WayOut way : waysOut) {
            text.append("Way out").append(waysOut.size() == 1 ? "" : " " + ++number);
            text.append(": ").append(way.description()).append('\n');
            way.sql().forEach(sql -> text.append(indented(sql + ";")));
        }
        return text.toString().stripTrailing();
    }

    private static String indented(String sql) {
        return sql.indent(2);
    }
}
