package dev.revgraph.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.graph.Problem;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeRevisionTest {

    private final List<Problem> problems = new ArrayList<>();

    @Revision(
            id = "hash_keys",
            revises = {"a", "b"},
            dependsOn = "billing",
            branch = "keys",
            description = "Hash the API keys",
            transaction = false,
            lockTimeout = "2s",
            statementTimeout = "1h")
    static class HashKeys implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {}

        @Override
        public void downgrade(RevisionContext context) {}
    }

    @Test
    void takesItsPlaceFromTheAnnotation() {
        HashKeys code = new HashKeys();

        CodeRevision revision = read(code).orElseThrow();

        assertThat(problems).isEmpty();
        assertThat(revision.id()).isEqualTo(new RevisionId("hash_keys"));
        assertThat(revision.node().description()).isEqualTo("Hash the API keys");
        assertThat(revision.node().revises()).extracting(Object::toString).containsExactly("a", "b");
        assertThat(revision.node().dependsOn()).extracting(Object::toString).containsExactly("billing");
        assertThat(revision.node().labels()).extracting(Object::toString).containsExactly("keys");
        assertThat(revision.node().origin()).hasToString(HashKeys.class.getName());
        assertThat(revision.transactional()).isFalse();
        assertThat(revision.lockTimeout()).contains(Duration.ofSeconds(2));
        assertThat(revision.statementTimeout()).contains(Duration.ofHours(1));
        assertThat(revision.reversibility().isReversible()).isTrue();
        assertThat(revision.checksums()).isEmpty();
        assertThat(revision.code()).isSameAs(code);
    }

    @Revision(id = "root", revises = "base")
    static class Root implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {}
    }

    @Test
    void withoutAnOverriddenDowngradeItCannotBeUndone() {
        CodeRevision revision = read(new Root()).orElseThrow();

        assertThat(problems).isEmpty();
        assertThat(revision.node().revises()).isEmpty();
        assertThat(revision.node().description()).isEqualTo("Root");
        assertThat(revision.transactional()).isTrue();
        assertThat(revision.reversibility()).isEqualTo(new Reversibility.Missing());
    }

    static class Inherits extends HashKeys {}

    @Test
    void aSubclassNeedsAnAnnotationOfItsOwn() {
        assertThat(read(new Inherits())).isEmpty();
        assertThat(messages())
                .containsExactly("bad-header " + Inherits.class.getName() + ": The class has no annotation @Revision.");
    }

    @Revision(id = "reversible_by_inheritance", revises = "base")
    static class AnnotatedSubclass extends HashKeys {}

    @Test
    void anInheritedDowngradeCounts() {
        assertThat(read(new AnnotatedSubclass()).orElseThrow().reversibility().isReversible())
                .isTrue();
    }

    @Revision(id = "gone", revises = "base", irreversible = "the keys are gone")
    static class Gone implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {}
    }

    @Test
    void mayDeclareItselfIrreversible() {
        assertThat(read(new Gone()).orElseThrow().reversibility())
                .isEqualTo(new Reversibility.Irreversible("the keys are gone"));
        assertThat(problems).isEmpty();
    }

    @Revision(id = "a b", revises = "base")
    static class BadId extends Root {}

    @Revision(
            id = "no_parent",
            revises = {})
    static class NoParent extends Root {}

    @Revision(
            id = "odd",
            revises = {"base", "x"},
            dependsOn = {"d", "d", "+1"},
            lockTimeout = "soon",
            irreversible = "no way back")
    static class Odd extends HashKeys {}

    @Test
    void everythingWrongIsReported() {
        assertThat(read(new BadId())).isEmpty();
        assertThat(read(new NoParent())).isPresent();
        assertThat(read(new Odd())).isPresent();

        assertThat(messages().stream().map(message -> message.substring(message.lastIndexOf('$') + 1)))
                .satisfiesExactly(
                        m -> assertThat(m).startsWith("BadId: The id \"a b\" contains SPACE"),
                        m -> assertThat(m).isEqualTo("NoParent: \"revises\" is empty."),
                        m -> assertThat(m).isEqualTo("Odd: \"revises\" names revisions beside \"base\"."),
                        m -> assertThat(m).isEqualTo("Odd: \"dependsOn\" names \"d\" twice."),
                        m -> assertThat(m).startsWith("Odd: The id \"+1\" contains PLUS SIGN"),
                        m -> assertThat(m).isEqualTo("Odd: \"lockTimeout\" is \"soon\", which is no duration."),
                        m -> assertThat(m).startsWith("Odd: The revision is declared irreversible, and its class"));
        assertThat(problems).allSatisfy(problem -> assertThat(problem.action()).isNotEmpty());
    }

    @Test
    void aLambdaHasNoAnnotation() {
        JavaRevision lambda = context -> {};

        assertThat(read(lambda)).isEmpty();
        assertThat(problems).hasSize(1);
    }

    private Optional<CodeRevision> read(JavaRevision code) {
        return new CodeRevisionReader(problems).read(code);
    }

    private List<String> messages() {
        return problems.stream()
                .map(problem -> problem.code() + " " + problem.origin() + ": " + problem.message())
                .toList();
    }
}
