package dev.revgraph.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for contributors names modules, packages and profiles that exist. */
class ContributingPageTest {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern PROFILE = Pattern.compile("-P([a-z-]+)");
    private static final Pattern VERSION = Pattern.compile("-Dpostgres=(\\d+)");

    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `([^`]+)`");

    private final Page page = Page.read("docs/contributing.md");

    @Test
    void namesEveryModule() throws IOException {
        List<String> modules =
                MODULE.matcher(pom()).results().map(found -> found.group(1)).toList();
        assertThat(firstCells(0))
                .containsAll(modules)
                .allSatisfy(
                        module -> assertThat(Page.repository().resolve(module)).isDirectory());
    }

    @Test
    void namesEveryPackageOfTheEngine() throws IOException {
        Path root = Page.repository().resolve("migration-engine/src/main/java/dev/revgraph");
        try (Stream<Path> packages = Files.list(root)) {
            assertThat(firstCells(1))
                    .containsExactlyInAnyOrderElementsOf(packages.filter(Files::isDirectory)
                            .map(folder -> String.valueOf(folder.getFileName()))
                            .toList());
        }
    }

    @Test
    void namesProfilesAndVersionsThatExist() throws IOException {
        assertThat(PROFILE.matcher(page.text()).results())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(pom()).contains("<id>" + found.group(1) + "</id>"));
        assertThat(VERSION.matcher(page.text()).results())
                .hasSize(4)
                .allSatisfy(found -> assertThat(pom()).contains("<value>" + found.group(1) + "</value>"));
    }

    private static String pom() throws IOException {
        return Files.readString(Page.repository().resolve("pom.xml"));
    }

    /** Names in the first cells of one of the two tables about where a change goes. */
    private List<String> firstCells(int table) {
        String where = page.text().substring(page.text().indexOf("## Where a change goes"));
        String half = where.split("below `dev.revgraph`", 2)[table];
        return FIRST_CELL.matcher(half).results().map(found -> found.group(1)).toList();
    }
}
