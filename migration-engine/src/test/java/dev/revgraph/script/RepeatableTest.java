package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.graph.InvalidGraphException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatableTest {

    @TempDir
    Path folder;

    @BeforeEach
    void oneRevision() throws Exception {
        write("revisions/a.sql", "-- revises: base\n-- +upgrade\n");
        Files.createDirectories(folder.resolve("repeatable"));
    }

    @Test
    void isAWholeFileWithoutHeader() throws Exception {
        write(
                "repeatable/views.sql",
                "-- The views\n-- see: nothing\nCREATE VIEW a AS SELECT '${x}';\nCREATE VIEW b AS SELECT 2;\n");

        Repeatable repeatable = load().get(0);

        assertThat(repeatable.name()).isEqualTo("views");
        assertThat(repeatable.description()).isEqualTo("The views");
        assertThat(repeatable.checksums().downgrade()).isNull();
        assertThat(repeatable.read(Map.of("x", "y")))
                .containsExactly(
                        new SqlStatement("CREATE VIEW a AS SELECT 'y'", 3, null, false),
                        new SqlStatement("CREATE VIEW b AS SELECT 2", 4, null, false));
    }

    @Test
    void comesInTheOrderOfTheNames() throws Exception {
        write("repeatable/b.sql", "SELECT 1");
        write("repeatable/z/a.sql", "SELECT 1");

        assertThat(load()).extracting(Repeatable::name).containsExactly("a", "b");
    }

    @Test
    void isChangedByItsTokensOnly() throws Exception {
        write("repeatable/a.sql", "SELECT 1");
        Checksums before = load().get(0).checksums();
        write("repeatable/a.sql", "-- why\nSELECT\n1;");
        assertThat(load().get(0).checksums()).isEqualTo(before);

        write("repeatable/a.sql", "SELECT 2");
        assertThat(load().get(0).checksums()).isNotEqualTo(before);
    }

    @Test
    void isHeldToTheRulesOfATransaction() throws Exception {
        write("repeatable/a.sql", "VACUUM;");
        write("repeatable/b.sql", "SELECT 'open");
        write("repeatable/c.sql", "-- +upgrade\nSELECT 1;");
        write("repeatable/d.sql", "-- nothing\n");
        write("repeatable/e.sql", "SELECT ${x} + ${y};");
        write("repeatable/f/a.sql", "SELECT 1;");

        assertThatThrownBy(this::load)
                .isInstanceOfSatisfying(
                        InvalidGraphException.class,
                        e -> assertThat(e.problems().stream()
                                        .map(problem ->
                                                String.valueOf(problem.origin()).replace(folder + "/repeatable/", "")))
                                .containsExactlyInAnyOrder(
                                        "a.sql:1", "b.sql:1", "c.sql:1", "d.sql:1", "e.sql:1", "f/a.sql"));
    }

    @Test
    void mayNotChangeBetweenLoadingAndRunning() throws Exception {
        write("repeatable/a.sql", "SELECT 1");
        Repeatable repeatable = load().get(0);
        write("repeatable/a.sql", "SELECT 2");

        assertThatThrownBy(() -> repeatable.read(Map.of()))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("The file is another one than when it was loaded");
    }

    @Test
    void hasAFolderThatMayBeMissing() {
        assertThat(RevisionLoader.load(RevisionSources.of(getClass().getClassLoader())
                                .withLocations(List.of(Location.parse("filesystem:" + folder + "/revisions"))))
                        .repeatables())
                .isEmpty();
    }

    private List<Repeatable> load() {
        return RevisionLoader.load(RevisionSources.of(getClass().getClassLoader())
                        .withLocations(List.of(Location.parse("filesystem:" + folder + "/revisions")))
                        .withRepeatables(List.of(Location.parse("filesystem:" + folder + "/repeatable")))
                        .withPlaceholders(Map.of("x", "y")))
                .repeatables();
    }

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
