package dev.revgraph.test;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationSettings;
import dev.revgraph.revision.JavaRevision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.BeanUtils;

/**
 * What the annotation of a test class says. Immutable.
 *
 * @param server starts it at the first call
 * @param model what the head should be, as the annotation names it
 */
record TestClass(
        TestRevisions revisions, Start start, List<String> model, Supplier<Server> server, ClassLoader loader) {

    /**
     * Reads the annotation; asks no server, and opens no file.
     *
     * @param parameters configuration parameters of JUnit
     * @throws MigrationTestException if it makes no sense
     */
    static TestClass of(MigrationTest annotation, ClassLoader loader, Function<String, Optional<String>> parameters) {
        MigrationSettings settings = MigrationSettings.defaults()
                .with(s -> s.locations(List.of(annotation.locations()))
                        .repeatableLocations(List.of(annotation.repeatableLocations()))
                        .placeholders(placeholders(annotation)));
        List<JavaRevision> code = new ArrayList<>();
        for (Class<? extends JavaRevision> type : annotation.javaRevisions()) {
            code.add(BeanUtils.instantiateClass(type));
        }
        ServerChoice choice = ServerChoice.of(annotation.url(), parameters, System.getenv());
        return new TestClass(
                new TestRevisions(settings, code, loader),
                Start.at(annotation.startAt()),
                List.of(annotation.model()),
                () -> Servers.get(choice),
                loader);
    }

    private static Map<String, String> placeholders(MigrationTest annotation) {
        Map<String, String> values = new LinkedHashMap<>();
        Arrays.stream(annotation.placeholders()).forEach(text -> {
            int sign = text.indexOf('=');
            if (sign < 1) {
                throw new MigrationTestException(
                        ErrorCode.USAGE,
                        "The placeholder \"" + text + "\" has no value.",
                        "Write @MigrationTest(placeholders = \"name=value\").",
                        null);
            }
            values.put(text.substring(0, sign), text.substring(sign + 1));
        });
        return values;
    }

    /** A database beside that of the class, for a check that needs one to itself. */
    OwnDatabase scratch(TestRevisions about, Start where) {
        return new OwnDatabase(server, about, where);
    }
}
