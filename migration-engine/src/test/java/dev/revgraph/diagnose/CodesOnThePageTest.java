package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.guide.Page;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever has nothing but a code finds it on the page for trouble. */
class CodesOnThePageTest {

    /** Those that are no failure of a statement. */
    private static final Set<String> OF_RUNS = Set.of(
            "08001", "08006", "25006", "25P03", "25P04", "28000", "28P01", "3D000", "55P03", "57P01", "57P02", "57P03",
            "57P05");

    private static List<String> rows() {
        String text = Page.read("docs/troubleshooting.md").text();
        String section = text.substring(text.indexOf("## Only a code is known"));
        return section.lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.matches("\\| [0-9].*"))
                .toList();
    }

    private static Stream<String> codes(String row) {
        return Stream.of(row.split("\\|", -1)[1].strip().split(", ", -1));
    }

    @Test
    void listsEveryCodeThatIsKnownAndNoOther() {
        Set<String> known = new TreeSet<>(Diagnostician.states());
        known.addAll(OF_RUNS);
        List<String> listed = rows().stream().flatMap(CodesOnThePageTest::codes).toList();
        assertThat(listed).doesNotHaveDuplicates().containsAll(known);
        assertThat(listed).filteredOn(code -> !code.startsWith("08")).allMatch(known::contains);
    }

    @Test
    void leadsFromEveryCodeTheDiagnosisKnowsToASection() {
        assertThat(rows())
                .filteredOn(row -> codes(row).anyMatch(Diagnostician.states()::contains))
                .allMatch(row -> row.contains("](#"), "has a link");
    }
}
