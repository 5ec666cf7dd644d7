package dev.revgraph.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an editor shows of the keys. */
class ConfigurationMetadataTest {

    private static final JsonNode METADATA = read();

    private static final Set<String> WITHOUT_DEFAULT = Set.of(
            "migration.schema",
            "migration.statement-timeout",
            "migration.placeholders",
            "migration.drift.interval",
            "migration.backup.programs",
            "migration.url",
            "migration.username",
            "migration.password");

    @ParameterizedTest
    @MethodSource("keys")
    void describesEveryKey(String key) {
        JsonNode property = property(key);
        assertThat(property.path("type").asString("")).isNotEmpty();
        assertThat(property.path("description").asString(""))
                .isNotEmpty()
                .endsWith(".")
                .doesNotContain("{@");
        assertThat(property.has("defaultValue")).isNotEqualTo(WITHOUT_DEFAULT.contains(key));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void explainsEveryChoice(String key, Class<? extends Enum<?>> choices) {
        JsonNode hint = METADATA.path("hints")
                .valueStream()
                .filter(node -> node.path("name").asString().equals(key))
                .findFirst()
                .orElseThrow();
        assertThat(hint.path("values")
                        .valueStream()
                        .map(value -> value.path("value").asString()))
                .containsExactlyElementsOf(Arrays.stream(choices.getEnumConstants())
                        .map(choice ->
                                choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                        .toList());
        assertThat(hint.path("values").valueStream())
                .allSatisfy(value ->
                        assertThat(value.path("description").asString("")).isNotEmpty());
    }

    @Test
    void knowsTheAccessOfTheEndpoint() {
        assertThat(property("management.endpoint.migrations.access")
                        .path("defaultValue")
                        .asString())
                .isEqualTo("read_only");
    }

    static List<String> keys() {
        return keys("migration.", MigrationProperties.class).toList();
    }

    private static Stream<String> keys(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> {
            String key = prefix + DataObjectPropertyName.toDashedForm(component.getName());
            return component.getType().isRecord() ? keys(key + ".", component.getType()) : Stream.of(key);
        });
    }

    static Stream<Object[]> choices() {
        return Stream.of(MigrationProperties.class.getRecordComponents())
                .filter(component -> component.getType().isEnum())
                .map(component -> new Object[] {
                    "migration." + DataObjectPropertyName.toDashedForm(component.getName()), component.getType()
                });
    }

    private static JsonNode property(String name) {
        return METADATA.path("properties")
                .valueStream()
                .filter(node -> node.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no metadata for " + name));
    }

    private static JsonNode read() {
        String path = "/META-INF/spring-configuration-metadata.json";
        try (var in = MigrationProperties.class.getResource(path).openStream()) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
