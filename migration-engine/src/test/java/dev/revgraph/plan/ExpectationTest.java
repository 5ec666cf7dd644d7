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
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class ExpectationTest {

    private static final String ALGORITHM = "sha256-tokens-1";

    private RevisionSet revisions;
    private Expectation expectation;

    @BeforeEach
    void twoRevisionsOfSqlOneOfJavaAndARepeatableScript(@TempDir Path temporary) {
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
        expectation = new Expectation(revisions);
    }

    @Test
    void isMetByTheRowsThatARunLeaves() {
        assertThat(expectation.accept("a", ALGORITHM, checksum("a"))).isTrue();
        assertThat(expectation.accept("c", null, null)).isTrue();
        assertThat(expectation.accept("repeatable:view", ALGORITHM, checksumOfTheView()))
                .isTrue();
        assertThat(expectation.isMet()).isFalse();
        assertThat(expectation.accept("b", ALGORITHM, checksum("b"))).isTrue();
        assertThat(expectation.isMet()).isTrue();
    }

    @Test
    void overlooksAScriptThatTheApplicationHasNoMore() {
        isMetByTheRowsThatARunLeaves();

        assertThat(expectation.accept("repeatable:gone", ALGORITHM, "00")).isTrue();
        assertThat(expectation.isMet()).isTrue();
    }

    @Test
    void isNotMetByARevisionThatTheApplicationDoesNotKnow() {
        isMetByTheRowsThatARunLeaves();

        assertThat(expectation.accept("unknown", ALGORITHM, "00")).isFalse();
        assertThat(expectation.isMet()).isFalse();
    }

    @Test
    void isNotMetByAnotherChecksum() {
        assertThat(expectation.accept("a", ALGORITHM, checksum("b"))).isFalse();
        assertThat(expectation.isMet()).isFalse();
    }

    @Test
    void isNotMetByAChecksumOfAnotherKind() {
        assertThat(expectation.accept("a", "another", checksum("a"))).isFalse();
    }

    @Test
    void isNotMetByAScriptThatHasChanged() {
        assertThat(expectation.accept("repeatable:view", ALGORITHM, "00")).isFalse();
    }

    private String checksum(String id) {
        return revisions
                .get(new RevisionId(id))
                .checksums()
                .map(checksums -> checksums.upgrade())
                .orElseThrow();
    }

    private String checksumOfTheView() {
        return revisions.repeatables().get(0).checksums().upgrade();
    }

    @Revision(id = "c", revises = "b")
    private static final class InJava implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {}
    }
}
