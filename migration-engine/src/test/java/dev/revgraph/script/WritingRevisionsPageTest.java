package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.ErrorCode;
import dev.revgraph.guide.Page;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the guide says of the file format. */
class WritingRevisionsPageTest {

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private final Page page = Page.read("docs/writing-revisions.md");

    @Test
    void listsTheKeysOfTheHeader() {
        assertThat(page.table("The header").stream().flatMap(row -> quoted(row.get(0))))
                .containsExactlyInAnyOrderElementsOf(HeaderKey.texts());
    }

    @TestFactory
    List<DynamicTest> whatIsRefusedIsRefused() {
        return page.table("Statements").stream()
                .flatMap(row -> quoted(row.get(0)))
                .map(sql -> DynamicTest.dynamicTest(sql, () -> {
                    RevisionFile parsed =
                            RevisionFileParser.parse("-- Try\n-- revises: base\n\n-- +upgrade\n" + sql + "\n", "try");
                    assertThat(parsed.findings())
                            .isNotEmpty()
                            .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(ErrorCode.BAD_SCRIPT));
                }))
                .toList();
    }

    private static Stream<String> quoted(String cell) {
        return NAME.matcher(cell).results().map(found -> found.group(1));
    }
}
