package dev.revgraph.adopt;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a migration says.
 *
 * @param kind {@code V}, {@code U}, {@code B}, {@code R}
 * @param version as written; empty for {@code R}
 * @param description as written, words separated by {@code _}; may be empty
 */
record FlywayName(char kind, String version, String description) {

    private static final Pattern FILE =
            Pattern.compile("([VUB])(\\d+(?:[._]\\d+)*)(?:__(.*))?|(R)__(.*)", Pattern.DOTALL);

    private static final int LONGEST_SLUG = 120;

    /** @param name without {@code .sql}; of a class, without its package */
    static Optional<FlywayName> of(String name) {
        Matcher matcher = FILE.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                matcher.group(4) == null
                        ? new FlywayName(
                                matcher.group(1).charAt(0),
                                matcher.group(2),
                                matcher.group(3) == null ? "" : matcher.group(3))
                        : new FlywayName('R', "", matcher.group(5)));
    }

    /** The name of what a row is about. */
    static Optional<FlywayName> of(FlywayRow row) {
        String version = row.version();
        if (version == null) {
            return Optional.empty();
        }
        String last = row.script().substring(row.script().lastIndexOf('/') + 1).replaceFirst("\\.sql$", "");
        Optional<FlywayName> named = of(last).or(() -> of(last.substring(last.lastIndexOf('.') + 1)));
        return named.isPresent() || !FlywayVersion.isOne(version)
                ? named
                : Optional.of(new FlywayName('V', version, row.description()));
    }

    FlywayVersion number() {
        return FlywayVersion.of(version);
    }

    /** {@code v1_2_add_users}; with the version's dots where that is needed to tell two apart. */
    String id(boolean dots) {
        String words = slug(description);
        return Character.toLowerCase(kind)
                + version.replaceAll("[._]", dots ? "." : "_")
                + (words.isEmpty() ? "" : "_" + words);
    }

    private static String slug(String description) {
        String plain = Normalizer.normalize(description, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String slug = plain.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
        return slug.length() > LONGEST_SLUG ? slug.substring(0, LONGEST_SLUG) : slug;
    }

    /** A line for people. */
    String sentence() {
        String words = description.replaceAll("[_:\\p{C}\\s]+", " ").strip();
        return words.isEmpty()
                ? "Version " + version
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** As Flyway has it in its records. */
    String recorded() {
        return description.replace('_', ' ');
    }
}
