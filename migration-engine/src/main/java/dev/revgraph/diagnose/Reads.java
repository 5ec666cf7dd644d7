package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Words.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tables whose rows a statement reads. */
final class Reads {

    private Reads() {}

    static List<Named> in(Asked asked) {
        Words words = asked.words();
        List<Named> names = new ArrayList<>();
        if (!isQuery(words)) {
            return names;
        }
        Set<String> withs = withs(words);
        Stream.of("FROM", "JOIN", "USING")
                .flatMap(keyword -> asked.behind(keyword).stream())
                .filter(name -> isTable(words, name))
                .filter(name -> name.name().schema() != null
                        || !withs.contains(name.name().name().name()))
                .forEach(names::add);
        boolean looks = (words.at(0, "UPDATE") && words.find(0, "WHERE") >= 0) || words.find(0, "RETURNING") >= 0;
        if (looks) {
            words.table().ifPresent(names::add);
        }
        return names;
    }

    /** Whether the rows of what it names are read or changed: a view or a function is made without a look at any. */
    static boolean isQuery(Words words) {
        boolean made = words.at(0, "CREATE")
                && ((words.created("TABLE").isPresent() && words.find(3, "AS") > 0)
                        || (words.at(1, "MATERIALIZED", "VIEW") && words.find(3, "NO", "DATA") < 0));
        return made
                || Stream.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH", "COPY", "VALUES", "(")
                        .anyMatch(word -> words.at(0, word));
    }

    /** {@code FROM} stands in expressions as well, and a plain DELETE reads nothing of its table. */
    private static boolean isTable(Words words, Named name) {
        int from = words.at(name.first() - 1, "ONLY") ? name.first() - 2 : name.first() - 1;
        if (words.at(from - 1, "DISTINCT") || words.at(from - 1, "DELETE")) {
            return words.at(from - 1, "DELETE") && words.find(from, "WHERE") > 0;
        }
        int depth = 0;
        for (int i = from - 1; i >= 0; i--) {
            depth += words.at(i, ")") ? 1 : words.at(i, "(") ? -1 : 0;
            if (depth < 0) {
                return words.at(i + 1, "SELECT")
                        || words.at(i + 1, "WITH")
                        || words.at(i + 1, "DELETE")
                        || words.at(i + 1, "UPDATE")
                        || !words.tokens().get(i == 0 ? 0 : i - 1).name();
            }
        }
        return true;
    }

    /** The names that the statement gives to its own queries. */
    private static Set<String> withs(Words words) {
        Set<String> names = new TreeSet<>();
        for (int i = words.find(0, "AS"); i >= 0; i = words.find(i + 1, "AS")) {
            int open = words.skip(words.skip(i + 1, "NOT"), "MATERIALIZED");
            int name = words.at(i - 1, ")") ? opening(words, i - 1) - 1 : i - 1;
            Optional<Named> named = words.at(open, "(") ? words.name(name) : Optional.empty();
            named.ifPresent(found -> names.add(found.name().name().name()));
        }
        return names;
    }

    private static int opening(Words words, int close) {
        int i = close;
        while (i > 0 && words.closing(i) != close) {
            i--;
        }
        return i;
    }
}
