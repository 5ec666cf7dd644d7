package dev.revgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.GraphText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    d     | base          |
                    ''    | head          | e
                    ''    | c             | c
                    d     | b             | b
                    b     | d             | d
                    c     | -1            | b
                    c     | -3            |
                    c     | +1            | d
                    ''    | +1            | a
                    c     | current       | c
                    c     | base b        | b
                    b     | b b           | b
                    """)
    void movesTheHeadOfALine(String current, String targets, String heads) {
        assertThat(Situation.at(Graphs.LINE, current).stamp(targets)).isEqualTo(heads == null ? "" : heads);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    d1 c2 | b             | b
                    d1 c2 | c1branch@base | c2
                    d1 c2 | c2branch@head | d1 d2
                    d1 c2 | base          |
                    ''    | heads         | d1 d2
                    d1 d2 | heads         | d1 d2
                    a     | d1 c2         | c2 d1
                    d1    | c2            | c2 d1
                    d1 d2 | c1branch@-1   | c1 d2
                    """)
    void keepsHeadsThatShareNoLineage(String current, String targets, String heads) {
        assertThat(Situation.at(Graphs.BRANCHED, current).stamp(targets)).isEqualTo(heads == null ? "" : heads);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    e     | c2    | c2
                    e     | a     | a
                    c2    | e     | e
                    d1 c2 | e     | e
                    d1 c2 | c2branch@head | f
                    e     | d1 d2 | d1 d2
                    """)
    void crossesMerges(String current, String targets, String heads) {
        assertThat(Situation.at(Graphs.MERGED, current).stamp(targets)).isEqualTo(heads);
    }

    @Test
    void countsDependenciesAsLineage() {
        RevisionGraph graph = GraphText.of("a1 -> b1 -> c1 -> d1 -> e1", "a2 -> b2 -> c2", "c1 ~> c2", "a1 [lib]");

        assertThat(Situation.at(graph, "e1 c2").stamp("b1")).isEqualTo("b1");
        assertThat(Situation.at(graph, "e1 b2").stamp("b1")).isEqualTo("b1 b2");
        assertThat(Situation.at(graph, "e1 b2").stamp("lib@base")).isEqualTo("b2");
        assertThat(Situation.at(graph, "e1 c2").stamp("c2-2")).isEqualTo("a2 e1");
    }

    @Test
    void stampsTheHeadsOfABranchOfWhichOneDependsOnAnother() {
        RevisionGraph graph = GraphText.of("a -> b", "a -> c", "b ~> c");

        assertThat(Situation.at(graph, "").stamp("a@heads")).isEqualTo("c");
    }

    @Test
    void refusesAnAncestorBesideItsDescendant() {
        TargetException refusal = Situation.refusal(
                () -> Situation.at(Graphs.KABOOM, "").traversal().stamp(List.of("d1", "c1"), false));

        assertThat(refusal.code().text()).isEqualTo("overlapping-targets");
        assertThat(refusal.revisions()).containsExactly("c1", "d1");
        assertThat(refusal.action()).isEqualTo("Leave out \"c1\", or \"d1\".");
    }

    @Test
    void forgetsEverythingFirstWhenAskedTo() {
        Traversal traversal = Situation.at(Graphs.BRANCHED, "d1 d2").traversal();

        assertThat(Situation.text(traversal.stamp(List.of("c1"), true))).isEqualTo("a b c1");
        assertThat(Situation.text(traversal.stamp(List.of("+1"), true))).isEqualTo("a");
        assertThat(traversal.stamp(List.of(), true)).isEmpty();
        assertThat(Situation.refusal(() -> traversal.stamp(List.of("-1"), true))
                        .code()
                        .text())
                .isEqualTo("out-of-range");
    }

    @Test
    void refusesRelativeTargetsFromSeveralHeads() {
        TargetException refusal = Situation.refusal(
                () -> Situation.at(Graphs.BRANCHED, "d1 d2").traversal().stamp(List.of("-1"), false));

        assertThat(refusal.code().text()).isEqualTo("ambiguous-target");
        assertThat(refusal.action()).isEqualTo("Type `stamp c1branch@-1` or `stamp c2branch@-1`.");
        assertThat(GraphText.ids("d1 d2"))
                .isEqualTo(Situation.at(Graphs.BRANCHED, "d1 d2").traversal().currentHeads());
    }
}
