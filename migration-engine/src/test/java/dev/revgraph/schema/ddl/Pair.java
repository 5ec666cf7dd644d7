package dev.revgraph.schema.ddl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of schemas, from files: {@code #} and a name, what both have, {@code --- from}, what only the first has,
 * {@code --- to}, what only the second has. {@code # name (15)} is for servers from PostgreSQL 15 on.
 *
 * <p>{@code --- same} in place of {@code --- to} stands before what means the same, so that nothing is to be done. What
 * stands behind {@code --- refused} is why there is no way, in either direction.
 */
record Pair(
        String name,
        int server,
        String from,
        String to,
        boolean same,
        @Nullable String refusal) {

    /** Those with statements that lead from each side to the other. */
    static List<Pair> ways(int server) throws IOException {
        return all(server, pair -> !pair.same && pair.refusal == null);
    }

    /** The same, every other one the other way round. */
    static List<Pair> oneWayEach(int server) throws IOException {
        List<Pair> pairs = ways(server);
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> i % 2 == 0 ? pairs.get(i) : pairs.get(i).back())
                .toList();
    }

    private Pair back() {
        return new Pair(name + ", back", server, to, from, same, refusal);
    }

    /** Those whose sides mean the same. */
    static List<Pair> same(int server) throws IOException {
        return all(server, Pair::same);
    }

    /** Those between whose sides there is no way. */
    static List<Pair> refused(int server) throws IOException {
        return all(server, pair -> pair.refusal != null);
    }

    private static List<Pair> all(int server, Predicate<Pair> chosen) throws IOException {
        return all().stream()
                .filter(pair -> pair.server <= server)
                .filter(chosen)
                .toList();
    }

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
        String[] refused = body.split("--- refused\n", 2);
        boolean same = body.contains("--- same\n");
        String[] sides = refused[0].split(same ? "--- same\n" : "--- to\n", 2);
        String[] first = sides[0].split("--- from\n", 2);
        return new Pair(
                prefix + name,
                server,
                String.join("", first),
                first[0] + sides[1],
                same,
                refused.length == 1 ? null : refused[1].strip());
    }

    @Override
    public String toString() {
        return name;
    }
}
