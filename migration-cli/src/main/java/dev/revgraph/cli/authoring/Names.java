package dev.revgraph.cli.authoring;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Ids that are made from descriptions, and what makes an id or a description a poor one. */
public final class Names {

    private static final int LONGEST_SLUG = 60;

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

    /** {@code 20260105_add_usage_logs}. */
    public static String id(LocalDate day, String description) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day) + "_" + slug(description);
    }

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

    /** Whether an id or a description says nothing of what is changed: {@code fix}, {@code update2}. */
    public static boolean isPoor(String name) {
        return Arrays.stream(slug(name).split("[_.-]+"))
                .map(word -> word.replaceAll("\\d+", ""))
                .allMatch(word -> word.isEmpty() || EMPTY_WORDS.contains(word));
    }
}
