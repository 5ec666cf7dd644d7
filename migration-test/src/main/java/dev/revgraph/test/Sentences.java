package dev.revgraph.test;

import dev.revgraph.MigrationException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What failures say. */
final class Sentences {

    private Sentences() {}

    /** All that the command line says of it. */
    static String of(MigrationException failure) {
        String details = failure.details();
        return failure.getMessage() + (details.isEmpty() ? "" : "\n\n" + details + "\n") + "\n" + failure.action();
    }

    /** One sentence as it is, several as a list. */
    static String listed(String title, List<String> findings, String action) {
        return title
                + (findings.size() == 1
                        ? " " + findings.get(0) + "\n"
                        : findings.stream().collect(Collectors.joining("\n  - ", "\n  - ", "\n")))
                + action;
    }

    static String quoted(Collection<?> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }
}
