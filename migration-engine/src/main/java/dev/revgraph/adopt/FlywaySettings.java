package dev.revgraph.adopt;

import dev.revgraph.ErrorCode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What the {@code .conf} file beside a migration says.
 *
 * @param transactional whether it runs in a transaction, unless its statements forbid that
 * @param placeholders whether placeholders are replaced
 */
record FlywaySettings(boolean transactional, boolean placeholders, Charset encoding) {

    private static final FlywaySettings USUAL = new FlywaySettings(true, true, StandardCharsets.UTF_8);

    static FlywaySettings beside(Path script) {
        Path file = script.resolveSibling(script.getFileName() + ".conf");
        if (!Files.isRegularFile(file)) {
            return USUAL;
        }
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return new FlywaySettings(
                    is(properties, "executeInTransaction"),
                    is(properties, "placeholderReplacement"),
                    Charset.forName(properties.getProperty("encoding", "UTF-8").strip()));
        } catch (IOException | IllegalArgumentException failure) {
            throw new AdoptionException(
                    ErrorCode.ADOPTION,
                    "The file \"" + file + "\" cannot be read: " + failure + ".",
                    "Correct it, or name another folder with `--flyway-location DIR`.",
                    failure);
        }
    }

    private static boolean is(Properties properties, String key) {
        return !properties.getProperty(key, "true").strip().equalsIgnoreCase("false");
    }
}
