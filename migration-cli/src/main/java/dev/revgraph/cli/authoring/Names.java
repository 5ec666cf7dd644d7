package dev.revgraph.cli.authoring;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The part of an id that is made from a description, and what makes an id or a description a poor one. */
public final class Names {

    private static final int LONGEST_SLUG = 60;

    private static final Pattern RANDOM = Pattern.compile("[0-9a-f]{12}");

    /** Words that say nothing of what is changed, however many of them there are. */
    private static final Set<String> EMPTY_WORDS = new TreeSet<>(List.of(
            "a",
            "again",
            "alter",
            "an",
            "bug",
            "bugfix",
            "change",
            "changes",
            "database",
            "db",
            "ddl",
            "fix",
            "fixes",
            "hotfix",
            "misc",
            "migrate",
            "migration",
            "migrations",
            "minor",
            "modify",
            "new",
            "patch",
            "revision",
            "schema",
            "script",
            "sql",
            "stuff",
            "temp",
            "test",
            "the",
            "tmp",
            "todo",
            "update",
            "updates",
            "various",
            "version",
            "wip"));

    private Names() {}

    /** Letters and digits in lower case with {@code _} between the words, cut between words. */
    static String slug(String description) {
        String plain = Normalizer.normalize(description, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String slug = plain.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
        if (slug.length() <= LONGEST_SLUG) {
            return slug;
        }
        int cut = slug.lastIndexOf('_', LONGEST_SLUG);
        return slug.substring(0, cut > 0 ? cut : LONGEST_SLUG);
    }

    /** Whether an id is made of random digits, of which nobody expects a meaning. */
    public static boolean isRandom(String id) {
        return RANDOM.matcher(id).matches();
    }

    /** Whether an id or a description says nothing of what is changed: {@code fix}, {@code update2}. */
    public static boolean isPoor(String name) {
        return Arrays.stream(slug(name).split("[_.-]+"))
                .map(word -> word.replaceAll("\\d+", ""))
                .allMatch(word -> word.isEmpty() || EMPTY_WORDS.contains(word));
    }
}
