package dev.revgraph.autoconfigure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.guide.Block;
import dev.revgraph.guide.Shown;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares JSON in a guide with an answer: the same fields everywhere, and the same values but for those that vary. */
final class ShownJson {

    private static final Set<String> VARYING = Set.of(
            "millis",
            "startedAt",
            "finishedAt",
            "appliedAt",
            "username",
            "appliedBy",
            "applicationVersion",
            "host",
            "source",
            "sqlstate");

    /** A machine without a name of its own is an ordinary thing. */
    private static final String HOST = "host";

    private ShownJson() {}

    static void in(Block block, String answer) {
        compare(
                block.toString(),
                JsonMapper.shared().readTree(block.text()),
                JsonMapper.shared().readTree(answer));
    }

    private static void compare(String place, JsonNode shown, JsonNode actual) {
        assertThat(actual.getNodeType()).as(place).isEqualTo(shown.getNodeType());
        if (shown.isObject()) {
            assertThat(names(actual)).as(place).isEqualTo(names(shown));
            shown.propertyStream()
                    .filter(field -> !VARYING.contains(field.getKey()))
                    .forEach(field ->
                            compare(place + "/" + field.getKey(), field.getValue(), actual.get(field.getKey())));
        } else if (shown.isArray()) {
            assertThat(actual.size()).as(place + ": " + actual).isEqualTo(shown.size());
            for (int i = 0; i < shown.size(); i++) {
                compare(place + "/" + i, shown.get(i), actual.get(i));
            }
        } else if (shown.isString()) {
            assertThat(actual.asString()).as(place).matches(text -> Shown.is(shown.asString(), text), shown.asString());
        } else {
            assertThat(actual).as(place).isEqualTo(shown);
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>(object.propertyNames());
        names.remove(HOST);
        return names;
    }
}
