package dev.revgraph.adopt;

import dev.revgraph.script.ForeignScript;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A migration as it lies in Flyway's folder. Immutable.
 *
 * @param path the file
 * @param name what its name says
 * @param text as decoded, byte order mark included
 * @param settings those of its {@code .conf} file
 */
record FlywayFile(Path path, FlywayName name, String text, FlywaySettings settings) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    String fileName() {
        return String.valueOf(path.getFileName());
    }

    /** The script as it may stand in a revision file. */
    ForeignScript script() {
        return ForeignScript.parse(path.toString(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Flyway's checksum of a versioned migration: over the lines, without their ends. */
    int checksum() {
        return checksum(text);
    }

    /** Flyway's checksum of a repeatable script: after placeholders have got their values. */
    int checksum(Map<String, String> placeholders) {
        if (!settings.placeholders()) {
            return checksum();
        }
        return checksum(PLACEHOLDER
                .matcher(text)
                .replaceAll(use -> Matcher.quoteReplacement(placeholders.getOrDefault(use.group(1), use.group()))));
    }

    private static int checksum(String text) {
        CRC32 crc = new CRC32();
        try (BufferedReader reader = new BufferedReader(new StringReader(withoutMark(text)))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                crc.update(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new AssertionError("A text in memory is read.", impossible);
        }
        return (int) crc.getValue();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** What no revision file can say. */
    Optional<Obstacle> objection() {
        if (text.contains("${flyway:")) {
            return Optional.of(new Obstacle(
                    "The file \"" + path + "\" uses a placeholder ${flyway:…}, to which Flyway alone gives a value.",
                    "Write what it stands for into the file, then `flyway repair`, and adopt again."));
        }
        if (!settings.placeholders() && text.contains("${")) {
            return Optional.of(new Obstacle(
                    "The file \"" + path
                            + "\" holds \"${\" as a text of its own (placeholderReplacement=false), and here"
                            + " it begins a placeholder.",
                    "Write it in two parts, '$' || '{…', then `flyway repair`, and adopt again."));
        }
        return Optional.empty();
    }
}
