package dev.revgraph.autoconfigure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.guide.Block;
import dev.revgraph.guide.Page;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every section of the page has a test that is named after it. */
class TroubleshootingPageTest {

    @Test
    void everySectionWithSomethingToTypeIsTried() {
        Set<String> tried = Stream.of(
                        TroubleWithDataTest.class,
                        TroubleWithFilesTest.class,
                        TroubleWithMovesTest.class,
                        TroubleWithRunsTest.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Page.read("docs/troubleshooting.md").blocks().stream()
                        .map(Block::heading)
                        .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                        .distinct())
                .isSubsetOf(tried);
    }
}
