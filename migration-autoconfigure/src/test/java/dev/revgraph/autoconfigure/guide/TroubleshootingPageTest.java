package dev.revgraph.autoconfigure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.guide.Block;
import dev.revgraph.guide.Page;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every section of the page has a test that is named after it. */
class TroubleshootingPageTest {

    /** Those that type commands are in a module that is built after this one. */
    private static final String OF_COMMANDS =
            "migration-cli/src/test/java/dev/revgraph/cli/guide/TroubleWithCommandsTest.java";

    private static final Pattern TEST = Pattern.compile("@Test\\s+void (\\w+)\\(");

    @Test
    void everySectionWithSomethingToTypeIsTried() throws IOException {
        Set<String> tried = new TreeSet<>();
        Stream.of(
                        TroubleWithDataTest.class,
                        TroubleWithFilesTest.class,
                        TroubleWithMovesTest.class,
                        TroubleWithRunsTest.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .forEach(tried::add);
        TEST.matcher(Files.readString(Page.repository().resolve(OF_COMMANDS)))
                .results()
                .map(found -> found.group(1))
                .forEach(tried::add);
        assertThat(Page.read("docs/troubleshooting.md").blocks().stream()
                        .map(Block::heading)
                        .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                        .distinct())
                .isSubsetOf(tried.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
    }
}
