package dev.revgraph.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Java in the guides is text of a class that the tests compile. */
class SnippetsTest {

    private static final List<String> SOURCES = List.of(
            "migration-engine/src/test/java/dev/revgraph/guide",
            "migration-autoconfigure/src/test/java/dev/revgraph/autoconfigure/guide",
            "migration-test/src/test/java/dev/revgraph/test/guide");

    @TestFactory
    List<DynamicTest> areCompiledAsTheyStand() {
        String sources = SOURCES.stream().map(SnippetsTest::javaBelow).collect(Collectors.joining());
        return Page.guides().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.is("java"))
                .map(block -> DynamicTest.dynamicTest(
                        block.toString(), () -> assertThat(sources).contains(block.text())))
                .toList();
    }

    private static String javaBelow(String folder) {
        Path root = Page.repository().resolve(folder);
        if (!Files.isDirectory(root)) {
            return "";
        }
        try (Stream<Path> files = Files.walk(root)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
