package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.graph.InvalidGraphException;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionLoaderTest {

    @TempDir
    Path folder;

    @Test
    void loadsAGraphFromAFolder() throws IOException {
        write(
                "a.sql",
                "-- First\n-- revises: base\n-- +upgrade\nCREATE TABLE a (id int);\n-- +downgrade\nDROP TABLE a;\n");
        write("sub/b.sql", "-- revises: a\n-- branch: billing\n-- +upgrade\nSELECT 1;\n");
        write("notes.txt", "no script");

        RevisionSet revisions = RevisionLoader.load(sources());

        assertThat(revisions.graph().revisions()).containsExactly(id("a"), id("b"));
        assertThat(revisions.get(id("a")).node().description()).isEqualTo("First");
        assertThat(revisions.get(id("a")).reversibility().isReversible()).isTrue();
        assertThat(revisions.get(id("b")).reversibility().objection()).isEqualTo("It has no downgrade.");
        assertThat(revisions.find(id("c"))).isEmpty();
    }

    @Test
    void reportsEverythingAtOnce() throws IOException {
        write("a.sql", "-- revises: base\n-- revise: x\n-- +upgrade\nVACUUM;\n\\d\n");
        write("b.sql", "-- revises: a\n-- +upgrade\nSELECT '${name}';\n");
        write("c.sql", "-- revises: nobody\n-- +upgrade\nSELECT 'open;\n");
        write("d.sql", "");

        assertThatThrownBy(() -> RevisionLoader.load(sources()))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidGraphException.class))
                .extracting(e -> e.problems().stream()
                        .map(problem -> problem.code() + " " + problem.revision() + " "
                                + String.valueOf(problem.origin()).replace(folder + "/", ""))
                        .toList())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder(
                        "bad-header a a.sql:2",
                        "bad-script a a.sql:4",
                        "bad-script a a.sql:5",
                        "bad-script b b.sql:3",
                        "bad-script c c.sql:3",
                        "unknown-parent c c.sql:1",
                        "bad-header d d.sql:1");
    }

    @Test
    void givesPlaceholdersTheirValues() throws IOException {
        write("a.sql", "-- revises: base\n-- +upgrade\nGRANT SELECT ON t TO ${role};\n");
        Map<String, String> values = Map.of("role", "reader");

        SqlRevision revision = (SqlRevision)
                RevisionLoader.load(sources().withPlaceholders(values)).get(id("a"));

        assertThat(revision.read(values).upgrade())
                .extracting(SqlStatement::text)
                .containsExactly("GRANT SELECT ON t TO reader");
    }

    @Test
    void namesTheFolderThatIsMissing() {
        RevisionSources sources = sources().withLocations(List.of(Location.parse("filesystem:" + folder + "/none")));

        assertThatThrownBy(() -> RevisionLoader.load(sources))
                .hasMessageContaining("\"filesystem:" + folder + "/none\" does not exist")
                .hasMessageContaining("looked for the folder \"" + folder + "/none\"");
    }

    @Revision(id = "root", revises = "base")
    static class Root implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {}
    }

    @Test
    void knowsJavaRevisionsBesideFiles() throws IOException {
        write("a.sql", "-- revises: root\n-- +upgrade\n");

        RevisionSet revisions = RevisionLoader.load(sources().withCode(List.of(new Root())));

        assertThat(revisions.graph().revisions()).containsExactly(id("root"), id("a"));
        assertThat(revisions.get(id("root"))).isInstanceOf(CodeRevision.class);
    }

    @Test
    void needsNoFolderForJavaRevisionsUnlessOneIsNamed() {
        RevisionSources code =
                RevisionSources.of(new URLClassLoader(new URL[0], null)).withCode(List.of(new Root()));

        assertThat(RevisionLoader.load(code).graph().size()).isEqualTo(1);
        assertThatThrownBy(() -> RevisionLoader.load(code.withCode(List.of())))
                .hasMessageContaining("\"classpath:db/revisions\" does not exist");
        assertThatThrownBy(() -> RevisionLoader.load(code.withLocations(List.of(Location.parse("classpath:other")))))
                .hasMessageContaining("\"classpath:other\" does not exist");
    }

    @Test
    void reportsOneIdInTwoPlaces() throws IOException {
        write("x/a.sql", "-- revises: base\n-- +upgrade\n");
        write("y/a.sql", "-- revises: base\n-- +upgrade\n");

        assertThatThrownBy(() -> RevisionLoader.load(sources()))
                .hasMessageContaining("x/a.sql")
                .hasMessageContaining("y/a.sql");
    }

    private RevisionSources sources() {
        return RevisionSources.of(getClass().getClassLoader())
                .withLocations(List.of(Location.parse("filesystem:" + folder)));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static RevisionId id(String value) {
        return new RevisionId(value);
    }
}
