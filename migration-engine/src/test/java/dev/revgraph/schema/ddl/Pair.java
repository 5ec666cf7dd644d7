package dev.revgraph.schema.ddl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pairs of schemas, from files: {@code #} and a name, what both have, {@code --- from}, what only the first has,
 * {@code --- to}, what only the second has. {@code # name (15)} is for servers from PostgreSQL 15 on.
 */
record Pair(String name, int server, String from, String to) {

    static List<Pair> all() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/schema/pairs"))) {
            for (Path file : files.sorted().toList()) {
                for (String text : Files.readString(file).split("(?m)^# ", -1)) {
                    if (!text.isBlank()) {
                        pairs.add(parse(file.getFileName().toString().replace(".sql", "") + ": ", text));
                    }
                }
            }
        }
        return pairs;
    }

    private static Pair parse(String prefix, String text) {
        int end = text.indexOf('\n');
        String name = text.substring(0, end).strip();
        int server = 14;
        if (name.matches(".*\\(\\d\\d\\)")) {
            server = Integer.parseInt(name.substring(name.length() - 3, name.length() - 1));
        }
        String body = text.substring(end + 1);
        int from = body.indexOf("--- from\n");
        int to = body.indexOf("--- to\n");
        String both = body.substring(0, from >= 0 ? from : to);
        String first = from >= 0 ? body.substring(from + 9, to) : "";
        return new Pair(prefix + name, server, both + first, both + body.substring(to + 7));
    }

    @Override
    public String toString() {
        return name;
    }
}
