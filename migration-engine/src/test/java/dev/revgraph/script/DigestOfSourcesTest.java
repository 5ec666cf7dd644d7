package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.Revisions;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two starts must have in common for one to know what the other has found. */
class DigestOfSourcesTest {

    @Revision(id = "j", revises = "a")
    private static class Code implements JavaRevision {
        @Override
        public void upgrade(RevisionContext context) {}
    }

    @Revision(id = "j", revises = "a", dependsOn = "a")
    private static final class OtherCode extends Code {}

    private final Revisions revisions;
    private final RevisionSources sources;

    DigestOfSourcesTest(@TempDir Path folder) {
        this.revisions = Revisions.in(folder).table("a", "base").repeatable("v", "SELECT 1;");
        this.sources = RevisionSources.of(getClass().getClassLoader())
                .withLocations(
                        revisions.locations().stream().map(Location::parse).toList())
                .withRepeatables(revisions.repeatableLocations().stream()
                        .map(Location::parse)
                        .toList());
    }

    private static String digest(RevisionSources sources) {
        return new RevisionCatalog(sources).digest().orElse("none");
    }

    @Test
    void dependsOnPlaceholdersCodeAndEveryFile() {
        String before = digest(sources);
        assertThat(before).hasSize(64).isEqualTo(digest(sources));
        assertThat(List.of(
                        digest(sources.withPlaceholders(Map.of("a", "b"))),
                        digest(sources.withPlaceholders(Map.of("a", "c"))),
                        digest(sources.withCode(List.of(new Code()))),
                        digest(sources.withCode(List.of(new OtherCode())))))
                .doesNotContain(before)
                .doesNotHaveDuplicates();
        revisions.repeatable("v", "SELECT 2;");
        assertThat(digest(sources)).isNotEqualTo(before);
    }

    @Test
    void isNoneWhereSomethingIsMissing() {
        assertThat(digest(sources.withLocations(List.of(Location.parse("filesystem:/no/such/folder")))))
                .isEqualTo("none");
    }

    @Test
    void isThatOfWhatIsLoaded() {
        RevisionCatalog catalog = new RevisionCatalog(sources);
        catalog.get();
        assertThat(catalog.digest()).contains(digest(sources));
    }
}
