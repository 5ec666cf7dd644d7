package dev.revgraph.schema.ddl;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code pg_dump} writes of a schema, made comparable: in whatever order objects, columns and options were made. */
final class SchemaDump {

    /** A key that later versions write, another one each time. */
    private static final Pattern KEY = Pattern.compile("(?m)^\\\\(un)?restrict .*$");

    private static final Pattern OPTIONS = Pattern.compile("(?<=^WITH \\().*(?=\\))");

    private SchemaDump() {}

    /** Entries are set apart by empty lines; their lines are sorted, then they are. */
    static String normal(String dump) {
        return Arrays.stream(KEY.matcher(dump).replaceAll("").split("\n{3,}", -1))
                .map(entry -> entry.lines()
                        .filter(line -> !line.startsWith("--"))
                        .map(line -> sorted(line.replaceFirst(",$", "")))
                        .sorted()
                        .collect(Collectors.joining("\n"))
                        .strip())
                .filter(entry -> !entry.isEmpty())
                .sorted()
                .collect(Collectors.joining("\n\n"));
    }

    private static String sorted(String line) {
        return OPTIONS.matcher(line)
                .replaceAll(options -> Matcher.quoteReplacement(
                        Arrays.stream(options.group().split(", ", -1)).sorted().collect(Collectors.joining(", "))));
    }
}
