package dev.revgraph.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The dependency that the pages tell people to add is what this build makes. */
class DependencyTest {

    private static final Pattern VERSION =
            Pattern.compile("<artifactId>revgraph-parent</artifactId>\\s*<version>([^<]+)</version>");

    @TestFactory
    List<DynamicTest> isMadeByThisBuild() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(Page.repository().resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        return Page.guides().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.is("xml"))
                .map(block -> DynamicTest.dynamicTest(block.toString(), () -> {
                    assertThat(block.text())
                            .contains("<groupId>dev.revgraph</groupId>", "<version>" + version.group(1) + "</version>");
                    String artifact = block.text().split("artifactId>", -1)[1].replace("</", "");
                    assertThat(Page.repository().resolve(artifact).resolve("pom.xml"))
                            .isRegularFile();
                }))
                .toList();
    }
}
