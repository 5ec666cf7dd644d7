package dev.revgraph.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every promise names tests that exist, and every test of faults holds a promise. */
class ReliabilityPageTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    private final Page page = Page.read("docs/reliability.md");

    @Test
    void everyPromiseNamesATestThatExists() throws IOException {
        Set<String> existing = testsBelow(Page.repository());

        assertThat(page.table("Promises"))
                .allSatisfy(row -> assertThat(named(row.get(1))).isNotEmpty().isSubsetOf(existing));
        assertThat(named(page.text())).isSubsetOf(existing);
    }

    @Test
    void everyTestOfFaultsHoldsAPromise() throws IOException {
        assertThat(testsBelow(Page.repository().resolve("migration-engine/src/test/java/dev/revgraph/faults")))
                .isNotEmpty()
                .isSubsetOf(named(page.text()));
    }

    private static Set<String> named(String text) {
        return TEST.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> testsBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            Arrays.asList(file.toString().split("[/\\\\]")).contains("test"))
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
