package dev.revgraph.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationSettings;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import dev.revgraph.script.RevisionSet;
import dev.revgraph.script.SqlRevision;
import dev.revgraph.store.Outline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class ExpectationTest {

    private static final String ALGORITHM = "sha256-tokens-1";

    private RevisionSet revisions;
    private final Map<String, Outline.Line> lines = new TreeMap<>();

    @BeforeEach
    void twoRevisionsOfSqlOneOfJavaAndARepeatableScriptAreApplied(@TempDir Path temporary) {
        Revisions files = Revisions.in(temporary)
                .table("a", "base")
                .table("b", "a")
                .repeatable("view", "CREATE OR REPLACE VIEW v AS SELECT 1;");
        MigrationSettings settings = MigrationSettings.defaults()
                .with(s -> s.locations(files.locations()).repeatableLocations(files.repeatableLocations()));
        revisions = MigrationEngine.builder(new PGSimpleDataSource())
                .settings(settings)
                .codeRevisions(List.of(new InJava()))
                .build()
                .revisions();
        record("a", true, null, ALGORITHM, checksum("a"));
        record("b", true, null, ALGORITHM, checksum("b"));
        record("c", true, null, null, null);
        record(
                "repeatable:view",
                true,
                null,
                ALGORITHM,
                revisions.repeatables().get(0).checksums().upgrade());
    }

    private void record(
            String id, boolean applied, @Nullable String seal, @Nullable String algorithm, @Nullable String checksum) {
        lines.put(id, new Outline.Line(id, applied, seal, algorithm, checksum, "", List.of(), List.of(), List.of()));
    }

    private boolean isMet() {
        return Expectation.isMet(revisions, new Outline(true, lines));
    }

    @Test
    void isMetByTheRowsThatARunLeaves() {
        assertThat(isMet()).isTrue();
    }

    @Test
    void overlooksAScriptThatTheApplicationHasNoMore() {
        record("repeatable:gone", true, null, ALGORITHM, "00");

        assertThat(isMet()).isTrue();
    }

    @Test
    void isNotMetByARevisionThatTheApplicationDoesNotKnow() {
        record("unknown", true, null, ALGORITHM, "00");

        assertThat(isMet()).isFalse();
    }

    @Test
    void isNotMetWhileARevisionIsMissingOrRunning() {
        record("b", false, null, ALGORITHM, checksum("b"));
        assertThat(isMet()).isFalse();

        lines.remove("b");
        assertThat(isMet()).isFalse();
    }

    @Test
    void isNotMetByAJavaRevisionThatIsNotApplied() {
        lines.remove("c");

        assertThat(isMet()).isFalse();
    }

    @Test
    void isNotMetByAnotherChecksum() {
        record("a", true, null, ALGORITHM, checksum("b"));

        assertThat(isMet()).isFalse();
    }

    @Test
    void isNotMetByAChecksumOfAnotherKind() {
        record("a", true, null, "another", checksum("a"));

        assertThat(isMet()).isFalse();
    }

    @Test
    void needsNoChecksumWhereTheSealIsWhole() {
        record("a", true, ((SqlRevision) revisions.get(new RevisionId("a"))).seal(), "another", "00");

        assertThat(isMet()).isTrue();
    }

    @Test
    void isNotMetByAScriptThatHasChanged() {
        record("repeatable:view", true, null, ALGORITHM, "00");

        assertThat(isMet()).isFalse();
    }

    private String checksum(String id) {
        return revisions
                .get(new RevisionId(id))
                .checksums()
                .map(checksums -> checksums.upgrade())
                .orElseThrow();
    }

    @Revision(id = "c", revises = "b")
    private static final class InJava implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {}
    }
}
