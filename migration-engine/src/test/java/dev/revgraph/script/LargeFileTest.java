package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dump of 50 MB is a revision like any other. */
@Tag("slow")
class LargeFileTest {

    private static final int LINES = 500_000;

    @TempDir
    Path folder;

    @Test
    void ofCopyData() throws IOException {
        SqlScript script = load(
                "COPY t FROM stdin;\n",
                "some row\twith 'data'; and more of it, so that it becomes a rather long line of one hundred\t%d\n",
                "\\.\n");

        assertThat(script.upgrade()).hasSize(1);
        CopyData data = script.upgrade().get(0).data();
        assertThat(data == null ? 0 : data.text().length()).isGreaterThan(48_000_000);
    }

    @Test
    void ofStatements() throws IOException {
        SqlScript script = load(
                "",
                "INSERT INTO t VALUES ('some row', $$with data$$, 'and more of it', lower('a rather long line'), %d); -- x\n",
                "");

        assertThat(script.upgrade()).hasSize(LINES);
        assertThat(script.upgrade().get(LINES - 1).line()).isEqualTo(LINES + 2);
    }

    @Test
    void ofOneStatement() throws IOException {
        SqlScript script = load(
                "INSERT INTO t VALUES\n",
                "('some row', 'with ${more} data', 'and so on until the line is about one hundred characters long', %d),\n",
                "(1)");

        assertThat(script.upgrade()).hasSize(1);
        assertThat(script.upgrade().get(0).text()).contains("with MORE data").doesNotContain("${");
    }

    private SqlScript load(String before, String line, String after) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("a.sql"))) {
            out.write("-- revises: base\n-- +upgrade\n" + before);
            for (int i = 0; i < LINES; i++) {
                out.write(String.format(line, i));
            }
            out.write(after);
        }
        Map<String, String> values = Map.of("more", "MORE");
        RevisionSet revisions =
                RevisionLoader.load(RevisionSources.of(getClass().getClassLoader())
                        .withLocations(List.of(Location.parse("filesystem:" + folder)))
                        .withPlaceholders(values));
        return ((SqlRevision) revisions.get(revisions.graph().heads().get(0))).read(values);
    }
}
