package dev.revgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.GraphText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    c  | e    | d e => e
                    '' | c    | a b c => c
                    '' | head | a b c d e => e
                    a  | heads | b c d e => e
                    a  | +2   | b c => c
                    a  | +1   | b => b
                    b  | +3   | c d e => e
                    '' | +1   | a => a
                    '' | base+2 | a b => b
                    c  | current+1 | d => d
                    a  | b+2  | b c d => d
                    a  | d-2  | b => b
                    a  | head-1 | b c d => d
                    c  | c    | => c
                    c  | a    | => c
                    c  | base | => c
                    c  | current | => c
                    c  | +0   | => c
                    e  | head | => e
                    """)
    void goesUpALine(String current, String target, String outcome) {
        assertThat(Situation.at(Graphs.LINE, current).upgrade(target)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    b     | d1              | c1 d1 => d1
                    a     | heads           | b c1 c2 d1 d2 => d1 d2
                    b     | c2branch@head-1 | c2 => c2
                    b     | c2branch@head   | c2 d2 => d2
                    b     | c2branch@heads  | c2 d2 => d2
                    b     | d2@head         | c2 d2 => d2
                    c1    | c2branch@+1     | c2 => c1 c2
                    c1 c2 | c2branch@+1     | d2 => c1 d2
                    c1 d2 | c1@+1           | d1 => d1 d2
                    b     | c1branch@+1     | c1 => c1
                    a     | c1branch@+2     | b c1 => c1
                    ''    | c1branch@+2     | a b => b
                    ''    | c1branch@base+3 | a b c1 => c1
                    c2    | c1branch        | c1 => c1 c2
                    c1    | c2branch@b+2    | c2 d2 => c1 d2
                    d1    | c1branch@base   | => d1
                    d1 d2 | heads           | => d1 d2
                    """)
    void goesUpOneOfSeveralBranches(String current, String target, String outcome) {
        assertThat(Situation.at(Graphs.BRANCHED, current).upgrade(target)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    b     | f | c1 c2 d1 d2 e f => f
                    c1    | e | c2 d1 d2 e => e
                    d1 c2 | e | d2 e => e
                    ''    | c2branch@head | a b c1 c2 d1 d2 e f => f
                    """)
    void appliesBothSidesOfAMerge(String current, String target, String outcome) {
        assertThat(Situation.at(Graphs.MERGED, current).upgrade(target)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    d2 b1 | d1 | c1 d1 => d1 d2
                    d1    | d2 | d2 => d1 d2
                    """)
    void goesOnFromOneSideOfAMerge(String current, String target, String outcome) {
        assertThat(Situation.at(Graphs.MERGED_AND_CONTINUED, current).upgrade(target))
                .isEqualTo(outcome);
    }

    @Test
    void mergesTheSameBranchesTwice() {
        assertThat(Situation.at(Graphs.TWIN_MERGES, "a").upgrade("heads")).isEqualTo("b1 b2 b3 c1 c2 d1 d2 => d1 d2");
    }

    @Test
    void appliesDependenciesOfOtherTreesAndOfLabels() {
        RevisionGraph graph = GraphText.of("a1 -> b1 -> c1 -> d1", "c1 [lib]", "a2 -> b2 -> c2", "lib? ~> c2");

        assertThat(Situation.at(graph, "a2").upgrade("c2")).isEqualTo("a1 b1 b2 c1 c2 => c2");
    }

    @Test
    void appliesAnOwnParentThatIsAlsoADependencyOnce() {
        RevisionGraph graph = GraphText.of("a1 -> a2", "a1 ~> a2");

        assertThat(Situation.at(graph, "").upgrade("a2")).isEqualTo("a1 a2 => a2");
    }

    @Test
    void mergesParentsOfWhichOneIsAnAncestorOfAnother() {
        RevisionGraph graph = GraphText.of("a -> b", "c", "a, b, c -> m");

        assertThat(Situation.at(graph, "b").upgrade("m")).isEqualTo("c m => m");
        assertThat(Situation.at(graph, "m").downgrade("b")).isEqualTo("m => b c");
    }

    @Test
    void fillsAGapOnTheWayToTheTarget() {
        Situation situation = new Situation(Graphs.LINE, GraphText.set("a c"));

        assertThat(situation.upgrade("d")).isEqualTo("b d => d");
        assertThat(situation.upgrade("current")).isEqualTo("b => c");
    }

    @Test
    void doesNothingInAnEmptyGraph() {
        Traversal traversal = new Traversal(RevisionGraph.empty(), GraphText.set(""));

        assertThat(traversal.upgrade("head")).isEmpty();
        assertThat(traversal.upgrade("heads")).isEmpty();
        assertThat(traversal.downgrade("head")).isEmpty();
        assertThat(traversal.currentHeads()).isEmpty();
    }
}
