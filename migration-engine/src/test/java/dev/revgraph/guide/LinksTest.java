package dev.revgraph.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Links from page to page lead somewhere. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");

    @Test
    void everyRelativeLinkResolves() {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Page page : Page.all()) {
            Matcher matcher = LINK.matcher(CODE.matcher(page.text()).replaceAll(""));
            while (matcher.find()) {
                String target = matcher.group(1);
                if (!target.matches("[a-z]+:.*")) {
                    links++;
                    if (!leadsSomewhere(page, target)) {
                        dead.add(page + " -> " + target);
                    }
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(links).isPositive();
    }

    @Test
    void theIndexOfDecisionsListsEachOfThem() {
        Page index = Page.read("docs/decisions/README.md");
        assertThat(Page.all())
                .filteredOn(page -> page.name().matches("docs/decisions/\\d+-.*"))
                .isNotEmpty()
                .allMatch(page -> index.text().contains("](" + page.file().getFileName() + ")"), "is listed");
    }

    private static boolean leadsSomewhere(Page page, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty()
                ? page.file()
                : Path.of(String.valueOf(page.file().getParent()))
                        .resolve(parts[0])
                        .normalize();
        if (!Files.exists(file)) {
            return false;
        }
        if (parts.length == 1) {
            return true;
        }
        String name = Page.repository().relativize(file).toString();
        return name.endsWith(".md") && Page.read(name).anchors().contains(parts[1]);
    }
}
