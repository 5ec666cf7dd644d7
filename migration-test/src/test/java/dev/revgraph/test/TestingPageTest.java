package dev.revgraph.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.guide.Page;
import dev.revgraph.guide.Shown;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.support.AnnotationSupport;

/** The page on testing lists what there is. Its code is compiled where the guides' code is. */
class TestingPageTest {

    private final Page page = Page.read("docs/testing.md");

    @Test
    void listsTheChecks() {
        assertThat(names("The checks"))
                .containsExactlyInAnyOrderElementsOf(methods(MigrationChecks.class)
                        .filter(method -> AnnotationSupport.isAnnotated(method, Test.class)
                                || AnnotationSupport.isAnnotated(method, TestFactory.class))
                        .map(Method::getName)
                        .toList());
    }

    @Test
    void listsTheAttributesWithTheirDefaults() {
        assertThat(names("What the annotation says"))
                .containsExactlyElementsOf(List.of(
                        "locations", "repeatableLocations", "placeholders", "javaRevisions", "startAt", "model", "url"))
                .containsExactlyInAnyOrderElementsOf(
                        methods(MigrationTest.class).map(Method::getName).toList());
        assertThat(page.table("What the annotation says"))
                .allSatisfy(row ->
                        assertThat(row.get(1)).isEqualTo(defaultOf(row.get(0).replace("`", ""))));
    }

    @Test
    void showsWhatAFailureSays() {
        String said = String.join(
                "\n", Cases.failures(Cases.run(WrongDowngrade.class)).values());

        Shown.in(
                page.blocks("The checks").stream()
                        .filter(block -> block.is("text"))
                        .findFirst()
                        .orElseThrow(),
                said);
    }

    private List<String> names(String heading) {
        return page.table(heading).stream()
                .map(row -> row.get(0).replace("`", ""))
                .toList();
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).filter(method -> !method.isSynthetic());
    }

    private static String defaultOf(String attribute) {
        Object value = methods(MigrationTest.class)
                .filter(method -> method.getName().equals(attribute))
                .findFirst()
                .orElseThrow()
                .getDefaultValue();
        String text = value instanceof Object[] several
                ? Stream.of(several).map(Object::toString).findFirst().orElse("")
                : value + "";
        return text.isEmpty() ? "none" : "`" + text + "`";
    }

    @MigrationTest(locations = "classpath:cases/wrong-downgrade")
    static class WrongDowngrade implements MigrationChecks {}
}
