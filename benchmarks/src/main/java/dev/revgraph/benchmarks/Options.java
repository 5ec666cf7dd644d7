package dev.revgraph.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a run is to do.
 *
 * @param sizes numbers of changes
 * @param migrations rounds of migrating from empty; of each, every tool takes part once
 * @param warm rounds of nothing to do in this JVM
 * @param cold rounds of nothing to do in processes of their own
 * @param withoutFsync whether to migrate from empty on a server without fsync, too
 * @param tools what to compare
 * @param url a server to use; empty: embedded ones
 */
record Options(
        List<Integer> sizes, int migrations, int warm, int cold, boolean withoutFsync, List<Tool> tools, String url) {

    Options {
        sizes = List.copyOf(sizes);
        tools = List.copyOf(tools);
    }

    /** Reads {@code name=value} arguments; the defaults are those of the published figures. */
    static Options parse(List<String> arguments) {
        Map<String, String> given = new TreeMap<>();
        arguments.stream()
                .flatMap(argument -> Stream.of(argument.strip().split("\\s+")))
                .filter(argument -> !argument.isEmpty())
                .forEach(argument -> put(given, argument));
        Options options = new Options(
                Stream.of(take(given, "sizes", "100,1000,5000").split(","))
                        .map(Integer::valueOf)
                        .toList(),
                Integer.parseInt(take(given, "migrations", "5")),
                Integer.parseInt(take(given, "warm", "40")),
                Integer.parseInt(take(given, "cold", "9")),
                Boolean.parseBoolean(take(given, "without-fsync", "true")),
                Stream.of(take(given, "tools", everything()).split(","))
                        .map(name -> Tool.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .toList(),
                take(given, "url", ""));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("Unknown: " + given.keySet());
        }
        return options;
    }

    private static String everything() {
        return String.join(",", Stream.of(Tool.values()).map(Tool::name).toList());
    }

    private static void put(Map<String, String> given, String argument) {
        int equals = argument.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("An argument is name=value, and not \"" + argument + "\".");
        }
        given.put(argument.substring(0, equals), argument.substring(equals + 1));
    }

    private static String take(Map<String, String> given, String name, String otherwise) {
        String value = given.remove(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
