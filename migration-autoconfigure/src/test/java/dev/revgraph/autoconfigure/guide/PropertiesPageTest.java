package dev.revgraph.autoconfigure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.OnStartup;
import dev.revgraph.guide.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The table of properties is what an editor shows of them. */
class PropertiesPageTest {

    @Test
    void listsEveryPropertyAsTheMetadataDescribesIt() {
        assertThat(Page.read("docs/reference.md").table("Properties"))
                .containsExactlyElementsOf(KnownProperties.onClassPath().byName().entrySet().stream()
                        .filter(entry ->
                                entry.getKey().matches("migration\\..*|management\\.endpoint\\.migrations\\..*"))
                        // Those of migrations first.
                        .sorted((one, other) -> Boolean.compare(
                                one.getKey().startsWith("management"),
                                other.getKey().startsWith("management")))
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    @Test
    void theModesAreThoseThereAre() {
        assertThat(Page.read("docs/startup-and-deployment.md").table("Modes"))
                .extracting(row -> row.get(0).replaceAll("`([a-z]+)`.*", "$1").toUpperCase(Locale.ROOT))
                .containsExactlyElementsOf(
                        Arrays.stream(OnStartup.values()).map(OnStartup::name).toList());
    }

    private static List<String> row(String name, JsonNode property) {
        String type = property.path("type").asString();
        JsonNode value = property.path("defaultValue");
        return List.of(
                "`" + name + "`",
                switch (type.replaceAll("<.*", "")) {
                    case "java.lang.Boolean" -> "boolean";
                    case "java.lang.Integer" -> "number";
                    case "java.lang.String" -> "text";
                    case "java.nio.file.Path" -> "path";
                    case "java.time.Duration" -> "duration";
                    case "java.util.List" -> "list";
                    case "java.util.Map" -> "map";
                    default -> choices(type);
                },
                value.isMissingNode() ? "none" : "`" + text(value).replace('_', '-') + "`",
                property.path("description").asString());
    }

    private static String text(JsonNode value) {
        return value.isArray() ? value.get(0).asString() : value.asString();
    }

    private static String choices(String type) {
        try {
            return Arrays.stream(Class.forName(type).getEnumConstants())
                    .map(choice ->
                            "`" + choice.toString().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                    .collect(Collectors.joining(", "));
        } catch (ClassNotFoundException unknown) {
            throw new AssertionError(unknown);
        }
    }
}
