package dev.revgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.GraphText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DowngradeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '' | base | =>
                    c  | base | c b a =>
                    c  | base+0 | c b a =>
                    e  | c    | e d => c
                    a  | a    | => a
                    e  | e    | => e
                    e  | head | => e
                    e  | heads | => e
                    e  | current | => e
                    c  | -0   | => c
                    c  | -1   | c => b
                    e  | -3   | e d c => b
                    a  | -1   | a =>
                    b  | -2   | b a =>
                    c  | current-1 | c => b
                    d  | a+2  | d => c
                    d  | c-2  | d c b => a
                    e  | head-4 | e d c b => a
                    c  | base+1 | c b => a
                    """)
    void goesDownALine(String current, String target, String outcome) {
        assertThat(Situation.at(Graphs.LINE, current).downgrade(target)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    d1 d2 | a               | d2 d1 c2 c1 b => a
                    d1 d2 | b               | d2 d1 c2 c1 => b
                    d1 d2 | base+2          | d2 d1 c2 c1 => b
                    d1 d2 | c2branch@base+2 | d2 c2 => d1
                    d1 d2 | c2              | d2 => c2 d1
                    d1 d2 | c2branch@base+3 | d2 => c2 d1
                    d1 d2 | c1branch@-1     | d1 => c1 d2
                    d1 d2 | c1branch@-2     | d1 c1 => d2
                    d1 c2 | c2branch@-1     | c2 => d1
                    c1 d2 | d2-1            | d2 => c1 c2
                    c1 d2 | c1branch@b      | c1 => d2
                    c1 d2 | c2branch@b      | d2 c2 => c1
                    d1 d2 | c2@b            | d2 c2 => d1
                    d1 d2 | d1@b            | d1 c1 => d2
                    d1 d2 | c1branch@head-1 | d1 => c1 d2
                    d1 d2 | c1branch@c1     | d1 => c1 d2
                    d1 d2 | current         | => d1 d2
                    c2 d1 | c2              | => c2 d1
                    c2 d1 | d1              | => c2 d1
                    d2    | c1branch@b      | => d2
                    d1 d2 | c1branch@base   | d2 d1 c2 c1 b a =>
                    """)
    void goesDownOneOfSeveralBranches(String current, String target, String outcome) {
        assertThat(Situation.at(Graphs.BRANCHED, current).downgrade(target)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    f | d1          | f e => d1 d2
                    f | e           | f => e
                    f | b           | f e d2 d1 c2 c1 => b
                    f | c1          | f e d1 => c1 d2
                    f | c1branch@b  | f e d1 c1 => d2
                    f | c1branch@-3 | f e d1 => c1 d2
                    f | c1branch@-4 | f e d1 c1 => d2
                    """)
    void goesDownToOneSideOfAMerge(String current, String target, String outcome) {
        assertThat(Situation.at(Graphs.MERGED, current).downgrade(target)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    d1 d2 | b1    | d1 c1 => b1 d2
                    d1 d2 | a2    | d2 d1 c2 b2 => a2 c1
                    d1 d2 | base  | d2 d1 c2 c1 b2 b1 a2 a1 =>
                    d1 d2 | a1@base | d1 c1 b1 a1 => d2
                    """)
    void keepsWhatTheOtherSideOfAMergeNeeds(String current, String target, String outcome) {
        assertThat(Situation.at(Graphs.MERGED_AND_CONTINUED, current).downgrade(target))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    amerge bmerge cmerge d1 | b2      | bmerge => amerge b1 cmerge d1
                    amerge b1 cmerge d1     | d1@base | d1 => amerge b1 b2 cmerge
                    amerge bmerge cmerge d1 | a3      | amerge => a1 a2 bmerge cmerge d1
                    amerge bmerge cmerge d1 | a3@base | d1 amerge a3 => a1 a2 bmerge cmerge
                    """)
    void leavesADependentOfTheTargetAlone(String current, String target, String outcome) {
        assertThat(Situation.at(Graphs.KABOOM, current).downgrade(target)).isEqualTo(outcome);
    }

    @Test
    void goesDownAcrossCrissCrossDependencies() {
        assertThat(Situation.at(Graphs.CRISSCROSS, "a3 b2").downgrade("b1")).isEqualTo("b2 => a3");
        assertThat(Situation.at(Graphs.CRISSCROSS, "a3 b3").downgrade("a1")).isEqualTo("b3 b2 a3 a2 => a1 b1");
    }

    @Test
    void undoesDependentsOnOtherBranchesButNeverDependencies() {
        Situation situation = Situation.at(Graphs.BRANCH_DEPENDS_ON_BRANCH, "d1 d2");

        assertThat(situation.downgrade("c2branch@b")).isEqualTo("d2 c2 => d1");
        assertThat(situation.downgrade("c1branch@b")).isEqualTo("d2 d1 c1 => c2");
    }

    @Test
    void keepsADependencyThatALowerRevisionImplies() {
        RevisionGraph graph = GraphText.of("a1 -> a2 -> a3", "b1 -> b2 -> b3 -> b4", "a3 ~> b2, b4");

        assertThat(Situation.at(graph, "b4").downgrade("b3")).isEqualTo("b4 => b3");
    }

    @Test
    void undoesAMergeOfADependencyAndItsDependent() {
        RevisionGraph graph = GraphText.of("a1, b1 -> bmerge", "a1 ~> b1", "z");

        assertThat(Situation.at(graph, "bmerge").downgrade("a1")).isEqualTo("bmerge => b1");
        assertThat(Situation.at(graph, "bmerge").downgrade("b1")).isEqualTo("bmerge => b1");
        assertThat(Situation.at(graph, "bmerge z").downgrade("b1")).isEqualTo("bmerge => b1 z");
    }

    @Test
    void undoesOneStepOfTheCurrentHeadAndNoSiblingOrOtherTree() {
        RevisionGraph siblings = GraphText.of("b -> c1", "b -> c2", "c1 ~> c2");
        assertThat(Situation.at(siblings, "c2").downgrade("-1")).isEqualTo("c2 => c1");
        assertThat(Situation.at(siblings, "c2").downgrade("b")).isEqualTo("c2 c1 => b");

        RevisionGraph trees = GraphText.of("a1 -> a2", "b1", "a2 ~> b1");
        assertThat(Situation.at(trees, "b1").downgrade("-1")).isEqualTo("b1 => a2");
        assertThat(Situation.at(trees, "b1").downgrade("b1-1")).isEqualTo("b1 => a2");
        assertThat(Situation.at(trees, "b1").downgrade("base")).isEqualTo("b1 a2 a1 =>");
    }

    @Test
    void countsFromTheTipOfABranchThatAnotherOneDependsOn() {
        RevisionGraph graph = GraphText.of("a1 -> a2 -> a3", "b1", "a3 ~> b1", "a2 [lib]");

        assertThat(Situation.at(graph, "b1").downgrade("lib@-1")).isEqualTo("b1 a3 => a2");
    }

    @Test
    void undoesEverythingAboveALabelledForkThatIsApplied() {
        RevisionGraph graph = GraphText.of("a -> b -> c -> d", "c -> x", "b [lib]");

        assertThat(Situation.at(graph, "d").downgrade("lib@-1")).isEqualTo("d => c");
        assertThat(Situation.at(graph, "d x").downgrade("lib@c")).isEqualTo("x d => c");
    }

    @Test
    void goesDownPastAGap() {
        Situation situation = new Situation(Graphs.LINE, GraphText.set("a c d"));

        assertThat(situation.downgrade("b")).isEqualTo("d c => a");
        assertThat(situation.downgrade("-1")).isEqualTo("d => c");
    }
}
