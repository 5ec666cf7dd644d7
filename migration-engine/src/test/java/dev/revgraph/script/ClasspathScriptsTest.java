package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.graph.Problem;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClasspathScriptsTest {

    private static final String TEXT = "-- revises: base\n-- +upgrade\n";

    @TempDir
    Path folder;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void areFoundInDirectories() throws IOException {
        URL classes = directory("classes", "db/revisions/b.sql", "db/revisions/2025/a.sql", "db/other/c.sql");

        assertThat(found("classpath:db/revisions", classes))
                .containsExactly("db/revisions/2025/a.sql", "db/revisions/b.sql");
    }

    @Test
    void areFoundInJarsAndNameTheJar() throws IOException {
        URL jar = jar("billing-1.0.jar", "db/revisions/b.sql", "db/revisions/2025/a.sql", "db/other/c.sql");

        assertThat(found("classpath:/db/revisions", jar))
                .containsExactly("billing-1.0.jar!/db/revisions/2025/a.sql", "billing-1.0.jar!/db/revisions/b.sql");
    }

    @Test
    void areFoundInAllOfThemTogether() throws IOException {
        URL[] urls = {
            directory("my classes+#%", "db/revisions/a.sql"),
            jar("one.jar", "db/revisions/b.sql"),
            jar("two.jar", "db/revisions/c.sql")
        };

        assertThat(found("classpath:db/revisions", urls))
                .containsExactly("db/revisions/a.sql", "one.jar!/db/revisions/b.sql", "two.jar!/db/revisions/c.sql");
    }

    @Test
    void ofOneNameInTwoJarsAreTwoFiles() throws IOException {
        URL[] urls = {jar("one.jar", "db/revisions/a.sql"), jar("two.jar", "db/revisions/a.sql")};

        assertThat(found("classpath:db/revisions", urls))
                .containsExactly("one.jar!/db/revisions/a.sql", "two.jar!/db/revisions/a.sql");
    }

    @Test
    void areTheSameFileOnTheFileSystem() throws IOException {
        URL classes = directory("classes", "db/revisions/a.sql");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, null)) {
            List<Location> locations = List.of(
                    Location.parse("classpath:db/revisions"),
                    Location.parse("classpath:db"),
                    Location.parse("filesystem:" + folder.resolve("classes")));

            assertThat(new ScriptFinder(loader, problems).find(locations, "the property x"))
                    .hasSize(1);
        }
    }

    @Test
    void canBeReadFromAJar() throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar("one.jar", "db/revisions/a.sql")}, null)) {
            ScriptFile file = new ScriptFinder(loader, problems)
                    .find(List.of(Location.REVISIONS), "the property x")
                    .iterator()
                    .next();

            assertThat(file.text()).isEqualTo(TEXT);
            assertThat(file.name()).isEqualTo("a");
        }
    }

    @Test
    void needTheirFolder() throws IOException {
        assertThat(found("classpath:db/revisions", directory("classes", "db/other/a.sql")))
                .isEmpty();
        assertThat(problems)
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .startsWith("The location \"classpath:db/revisions\" does not exist; looked for the folder"
                        + " \"db/revisions\" in every directory and jar of the class path");
    }

    @Test
    void mayBeNoneInAFolderThatExists() throws IOException {
        assertThat(found("classpath:db/revisions", directory("classes", "db/revisions/readme.txt")))
                .isEmpty();
        assertThat(problems).isEmpty();
    }

    private List<String> found(String location, URL... urls) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return new ScriptFinder(loader, problems)
                    .find(List.of(Location.parse(location)), "the property x").stream()
                            .map(file -> file.origin().source())
                            .toList();
        }
    }

    private URL directory(String name, String... files) throws IOException {
        Path directory = folder.resolve(name);
        for (String file : files) {
            Files.createDirectories(directory.resolve(file).getParent());
            Files.writeString(directory.resolve(file), TEXT);
        }
        return directory.toUri().toURL();
    }

    private URL jar(String name, String... files) throws IOException {
        TreeSet<String> folders = new TreeSet<>();
        Path jar = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String file : files) {
                for (int slash = file.indexOf('/'); slash > 0; slash = file.indexOf('/', slash + 1)) {
                    if (folders.add(file.substring(0, slash + 1))) {
                        out.putNextEntry(new JarEntry(file.substring(0, slash + 1)));
                    }
                }
                out.putNextEntry(new JarEntry(file));
                out.write(TEXT.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar.toUri().toURL();
    }
}
