package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.graph.Problem;
import dev.revgraph.script.FoundFiles.FoundFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesystemScriptsTest {

    @TempDir
    Path folder;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void areFoundInAllFoldersInTheOrderOfTheirNames() throws IOException {
        write("b.sql", "z/a.sql", "a/deep/er/c.sql", "notes.md", "d.SQL");

        assertThat(found("")).containsExactly("z/a.sql", "b.sql", "a/deep/er/c.sql");
    }

    @Test
    void beginWithoutADot() throws IOException {
        write("a.sql", ".#a.sql", "._a.sql", ".git/b.sql");

        assertThat(found("")).containsExactly("a.sql");
    }

    @Test
    void areFoundBelowAFolderWithADot() throws IOException {
        write(".hidden/a.sql");

        assertThat(found(".hidden")).containsExactly(".hidden/a.sql");
    }

    @Test
    void areFoundThroughLinksOnce() throws IOException {
        write("real/a.sql");
        Files.createSymbolicLink(folder.resolve("also"), folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("b.sql"), folder.resolve("real/a.sql"));

        assertThat(found("")).containsExactly("b.sql");
    }

    @Test
    void areFoundInAMountedConfigMap() throws IOException {
        write("..2025_06_01/a.sql");
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2025_06_01"));
        Files.createSymbolicLink(folder.resolve("a.sql"), Path.of("..data/a.sql"));

        assertThat(found("")).containsExactly("a.sql");
    }

    @Test
    void areFoundAlthoughALinkLeadsBackUp() throws IOException {
        write("sub/a.sql");
        Files.createSymbolicLink(folder.resolve("sub/up"), folder);

        assertThat(found("")).containsExactly("sub/a.sql");
        assertThat(problems).isEmpty();
    }

    @Test
    void areFoundOnceInLocationsThatOverlap() throws IOException {
        write("sub/a.sql");

        assertThat(found("", "sub", "./sub")).containsExactly("sub/a.sql");
    }

    @Test
    void mayBeALinkToNothingWhichIsReportedWithItsName() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.sql"), folder.resolve("none.sql"));

        ScriptFile file = find("").iterator().next();

        assertThatThrownBy(file::bytes)
                .isInstanceOf(LexicalException.class)
                .hasMessageStartingWith("The file cannot be read: ");
    }

    @Test
    void needTheirFolder() {
        assertThat(found("none")).isEmpty();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.MISSING_LOCATION);
            assertThat(problem.message())
                    .isEqualTo("The location \"filesystem:" + folder.resolve("none")
                            + "\" does not exist; looked for the folder \"" + folder.resolve("none") + "\".");
            assertThat(problem.action())
                    .isEqualTo(
                            "Create it, or name another one with the property migration.locations or the option --location.");
        });
    }

    @Test
    void aRelativeFolderIsNamedInFull() {
        new ScriptFinder(getClass().getClassLoader(), problems)
                .find(List.of(Location.parse("filesystem:no/such")), "the property x");

        assertThat(problems)
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .endsWith("looked for the folder \"" + Path.of("no/such").toAbsolutePath() + "\".");
    }

    @Test
    void needAFolderAndNoFile() throws IOException {
        write("a.sql");

        assertThat(found("a.sql")).isEmpty();
        assertThat(problems)
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("is no folder");
    }

    @Test
    void anOptionalFolderMayBeMissing() {
        new ScriptFinder(getClass().getClassLoader(), problems)
                .find(List.of(Location.parse("filesystem:" + folder + "/none").orMissing()), "the property x");

        assertThat(problems).isEmpty();
    }

    private void write(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "-- " + name + "\n-- revises: base\n-- +upgrade\n");
        }
    }

    private Iterable<ScriptFile> find(String... folders) {
        List<Location> locations = Arrays.stream(folders)
                .map(name -> Location.parse("filesystem:" + folder + (name.isEmpty() ? "" : "/" + name)))
                .toList();
        FoundFiles found =
                FoundFiles.of(RevisionSources.of(getClass().getClassLoader()).withLocations(locations));
        problems.addAll(found.problems());
        return found.revisions().stream().map(FoundFile::file).toList();
    }

    private List<String> found(String... folders) {
        List<String> sources = new ArrayList<>();
        find(folders).forEach(file -> sources.add(file.origin().source().replace(folder + "/", "")));
        return sources;
    }
}
