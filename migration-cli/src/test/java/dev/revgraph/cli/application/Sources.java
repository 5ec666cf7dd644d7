package dev.revgraph.cli.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;

/** Classes of an application that is being worked on: edited, and compiled anew into a class loader of their own. */
final class Sources {

    private static final String IMPORTS = """
            package shop;
            import jakarta.persistence.*;
            import java.math.BigDecimal;
            import java.time.Instant;
            import java.util.*;
            """;

    private final Path folder;
    private final Map<String, String> classes = new TreeMap<>();
    private int compiled;

    Sources(Path folder) {
        this.folder = folder;
    }

    Sources put(String name, String text) {
        classes.put(name, text);
        return this;
    }

    Sources edit(String name, String from, String to) {
        String text = classes.getOrDefault(name, "");
        assertThat(text).contains(from);
        return put(name, text.replace(from, to));
    }

    ClassLoader compile() {
        try {
            Path round = Files.createDirectories(folder.resolve("round" + ++compiled));
            List<String> arguments = new ArrayList<>(
                    List.of("-proc:none", "-d", round.toString(), "-cp", System.getProperty("java.class.path")));
            for (Map.Entry<String, String> each : classes.entrySet()) {
                arguments.add(Files.writeString(round.resolve(each.getKey() + ".java"), IMPORTS + each.getValue())
                        .toString());
            }
            assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                    .isZero();
            return new URLClassLoader(
                    new URL[] {round.toUri().toURL()}, getClass().getClassLoader());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
