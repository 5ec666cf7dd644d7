package dev.revgraph.autoconfigure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.guide.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as a guide writes it for curl.
 *
 * @param path below {@code /actuator}
 * @param body what is posted; empty for a {@code GET}
 */
record Request(String path, Map<String, String> body) {

    /** Words of a shell: in quotes or not. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private static final Pattern URL = Pattern.compile("localhost:\\d+/actuator(/.*)");

    static boolean isIn(Block block) {
        return block.is("shell") && block.text().startsWith("curl ");
    }

    /** Knows the options that the guides use, and no others. */
    static Request of(Block block) {
        List<String> words = words(block);
        boolean post = words.remove("-X");
        assertThat(post && words.remove("POST")).as(block.toString()).isEqualTo(post);
        assertThat(words.remove("-H") && words.remove("Content-Type: application/json"))
                .as(block.toString())
                .isEqualTo(post);
        String body = post && words.remove("-d") ? words.remove(words.size() - 1) : "{}";
        assertThat(words).as(block.toString()).hasSize(2).first().isEqualTo("curl");
        var url = URL.matcher(words.get(1));
        assertThat(url.matches()).as(words.get(1)).isTrue();
        return new Request(url.group(1), JsonMapper.shared().readValue(body, new TypeReference<>() {}));
    }

    /** The words of a command that may go over several lines. */
    static List<String> words(Block block) {
        return new ArrayList<>(WORD.matcher(block.text().replace("\\\n", " "))
                .results()
                .map(Request::unquoted)
                .toList());
    }

    private static String unquoted(MatchResult word) {
        return Arrays.asList(word.group(1), word.group(2)).stream()
                .filter(part -> part != null)
                .findFirst()
                .orElse("");
    }
}
