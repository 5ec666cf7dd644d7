package dev.revgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.fixture.GraphText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedTargetTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # current | target | code | revisions | to type instead
                    b  | -2     | out-of-range     |     | `downgrade -2`
                    b  | +5     | out-of-range     | e   | `upgrade +3`
                    e  | +1     | out-of-range     | e   | `upgrade head`
                    '' | +6     | out-of-range     | e   | `upgrade +5`
                    b  | c+9    | out-of-range     | e   | `upgrade c+2`
                    b  | c-4    | out-of-range     |     | `upgrade c-3`
                    b  | base-1 | out-of-range     |     | `upgrade base`
                    b  | head+1 | out-of-range     | e   | `upgrade head`
                    b  | +99999999999 | out-of-range | e | `upgrade +3`
                    b  | x@head | no-such-revision |     | `branches`
                    b  | zz     | no-such-revision |     | `history`
                    b  | ''     | no-such-revision |     | `history`
                    b  | a@     | no-such-revision |     | `history`
                    b  | @a     | no-such-revision |     | `branches`
                    b  | a b    | no-such-revision |     | `history`
                    """)
    void refusesUpgradesOfALine(String current, String target, String code, String revisions, String advice) {
        Traversal traversal = Situation.at(Graphs.LINE, current).traversal();

        check(Situation.refusal(() -> traversal.upgrade(target)), code, revisions, advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # current | target | code | revisions | to type instead
                    b  | -5     | out-of-range     |     | `downgrade -2`
                    b  | +2     | out-of-range     |     | `upgrade +2`
                    '' | -1     | out-of-range     |     | `current`
                    e  | a-2    | out-of-range     |     | `downgrade a-1`
                    '' | b      | not-an-ancestor  | b   | `upgrade b`
                    b  | c      | not-an-ancestor  | c   | `upgrade c`
                    b  | head   | not-an-ancestor  | e   | `upgrade e`
                    """)
    void refusesDowngradesOfALine(String current, String target, String code, String revisions, String advice) {
        Traversal traversal = Situation.at(Graphs.LINE, current).traversal();

        check(Situation.refusal(() -> traversal.downgrade(target)), code, revisions, advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # current | target | code | revisions | to type instead
                    b     | +1           | ambiguous-target | c1 c2 | `upgrade c1` or `upgrade c2`
                    b     | +2           | ambiguous-target | c1 c2 | `upgrade c1+1` or `upgrade c2+1`
                    a     | +2           | ambiguous-target | c1 c2 | `upgrade c1` or `upgrade c2`
                    a     | a+2          | ambiguous-target | c1 c2 | `upgrade c1` or `upgrade c2`
                    c1 c2 | +1           | ambiguous-target | c1 c2 | `upgrade c1branch@+1` or `upgrade c2branch@+1`
                    d1 c2 | a@+1         | ambiguous-target | c2 d1 | `upgrade c2branch@+1` or `upgrade c1branch@+1`
                    b     | head         | multiple-heads   | d1 d2 | `merge -m "…" d1 d2`
                    b     | head         | multiple-heads   | d1 d2 | `rebase d2 --onto d1`
                    d2    | head         | multiple-heads   | d1 d2 | `rebase d1 --onto d2`
                    b     | head         | multiple-heads   | d1 d2 | `upgrade heads`
                    b     | head-1       | multiple-heads   | d1 d2 | `merge -m "…" d1 d2`
                    b     | a@head       | multiple-heads   | d1 d2 | `upgrade a@heads`
                    b     | a@heads-1    | multiple-heads   | d1 d2 | `merge -m "…" d1 d2`
                    b     | c1branch@d2  | not-in-branch    | d2    | `upgrade d2`
                    b     | c1@c2branch+1 | not-in-branch   | c2branch | `upgrade c2branch`
                    d2    | c1branch@current | not-in-branch |      | `current`
                    b     | c1branch@-1  | out-of-range     |       | `downgrade c1branch@-1`
                    """)
    void refusesUpgradesOfBranches(String current, String target, String code, String revisions, String advice) {
        Traversal traversal = Situation.at(Graphs.BRANCHED, current).traversal();

        check(Situation.refusal(() -> traversal.upgrade(target)), code, revisions, advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # current | target | code | revisions | to type instead
                    d1 d2 | -1          | ambiguous-target | d1 d2 | `downgrade c1branch@-1` or `downgrade c2branch@-1`
                    d1 d2 | a@-1        | ambiguous-target | d1 d2 | `downgrade c1branch@-1` or `downgrade c2branch@-1`
                    d1 d2 | heads       | multiple-heads   | d1 d2 | `downgrade d1`
                    d1 d2 | head        | multiple-heads   | d1 d2 | `downgrade d1`
                    d1 d2 | a@heads     | multiple-heads   | d1 d2 | `downgrade d1`
                    d2    | c1branch@-1 | out-of-range     |       | `current`
                    d2    | c1branch@c1 | not-an-ancestor  | c1    | `upgrade c1`
                    d1 d2 | c1branch@d2 | not-in-branch    | d2    | `downgrade d2`
                    d1    | c1branch@+1 | out-of-range     |       | `upgrade c1branch@+1`
                    """)
    void refusesDowngradesOfBranches(String current, String target, String code, String revisions, String advice) {
        Traversal traversal = Situation.at(Graphs.BRANCHED, current).traversal();

        check(Situation.refusal(() -> traversal.downgrade(target)), code, revisions, advice);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    e | -1 | ambiguous-target | d1 d2 | `downgrade d1` or `downgrade d2`
                    f | -3 | ambiguous-target | d1 d2 | `downgrade d1@d1-1` or `downgrade d2@d2-1`
                    """)
    void refusesToGuessTheSideOfAMerge(String current, String target, String code, String revisions, String advice) {
        Traversal traversal = Situation.at(Graphs.MERGED, current).traversal();

        check(Situation.refusal(() -> traversal.downgrade(target)), code, revisions, advice);
    }

    @Test
    void namesTheIdWhereNoLabelTellsTheCurrentHeadsApart() {
        RevisionGraph graph = GraphText.of("a -> b", "a -> c", "a [trunk]", "b -> d", "c -> e");
        Traversal traversal = Situation.at(graph, "b c").traversal();

        check(
                Situation.refusal(() -> traversal.upgrade("+1")),
                "ambiguous-target",
                "b c",
                "`upgrade b+1` or `upgrade c+1`");
        check(
                Situation.refusal(() -> traversal.downgrade("-1")),
                "ambiguous-target",
                "b c",
                "`downgrade b@-1` or `downgrade c@-1`");
        assertThat(Situation.at(graph, "b c").downgrade("b@-1")).isEqualTo("b => c");
    }

    @Test
    void namesWhatDependsOnATargetThatHasNothingAboveIt() {
        RevisionGraph graph = GraphText.of("a1 -> a2", "b1 -> b2", "c1", "a1 ~> b2, c1");
        Situation situation = Situation.at(graph, "b2 c1");

        TargetException refusal = Situation.refusal(() -> situation.traversal().downgrade("a1"));

        check(refusal, "not-an-ancestor", "b2 c1", "`downgrade b2@b1` or `downgrade c1@base`");
        assertThat(situation.downgrade("b2@b1")).isEqualTo("b2 => b1 c1");
        assertThat(situation.downgrade("c1@base")).isEqualTo("c1 => b2");
    }

    @Test
    void namesHeadsForkAndTheWaysOut() {
        TargetException refusal = Situation.refusal(
                () -> Situation.at(Graphs.BRANCHED, "").traversal().upgrade("head"));

        assertThat(refusal)
                .hasMessage("The graph has several heads, \"d1\", \"d2\" (they fork at \"b\"), where \"head\" has to be"
                        + " one.");
        assertThat(refusal.action())
                .isEqualTo("Type `merge -m \"…\" d1 d2` to join them, `rebase d2 --onto d1` to put them in a row,"
                        + " `upgrade heads` to mean all, or `upgrade d1` to mean one.");
    }

    @Test
    void saysThatSeveralTreesHaveNoFork() {
        RevisionGraph forest = GraphText.of("a1 -> b1", "a2 -> b2");

        assertThatThrownBy(() -> Situation.at(forest, "").traversal().upgrade("head"))
                .hasMessageContaining("(they have no common ancestor)");
        check(
                Situation.refusal(() -> Situation.at(forest, "").traversal().upgrade("+1")),
                "ambiguous-target",
                "a1 a2",
                "`upgrade a1` or `upgrade a2`");
    }

    @Test
    void refusesHeadAsSoonAsOnePlainHeadIsADependency() {
        RevisionGraph graph = GraphText.of("a -> b", "x -> y", "b ~> y");
        Situation situation = Situation.at(graph, "");

        check(Situation.refusal(() -> situation.traversal().upgrade("head")), "multiple-heads", "b y", "heads");
        assertThat(situation.upgrade("heads")).isEqualTo("a b x y => y");
    }

    @Test
    void offersToPutThreeHeadsInARow() {
        RevisionGraph graph = GraphText.of("a -> b, c, d");

        assertThat(Situation.refusal(() -> Situation.at(graph, "c").traversal().upgrade("head"))
                        .action())
                .startsWith(
                        "Type `merge -m \"…\" b c d` to join them, `rebase b --onto c` and `rebase d --onto b` to put"
                                + " them in a row,");
    }

    @Test
    void hasNowhereToGoInAnEmptyGraph() {
        Traversal traversal = Situation.at(RevisionGraph.empty(), "").traversal();

        check(Situation.refusal(() -> traversal.upgrade("head-1")), "out-of-range", "", "`create -m \"…\"`");
        check(Situation.refusal(() -> traversal.upgrade("+1")), "out-of-range", "", "`upgrade head`");
        check(Situation.refusal(() -> traversal.upgrade("a")), "no-such-revision", "", "`history`");
    }

    @Test
    void saysInWhichTroubleADatabaseWithUnknownRevisionsIs() {
        TargetException refusal = Situation.refusal(() -> new Traversal(Graphs.LINE, GraphText.set("a x")));

        check(refusal, "unknown-revision", "x", "Run the release that has the files.");
    }

    private static void check(TargetException refusal, String code, String revisions, String advice) {
        assertThat(refusal.code().text()).isEqualTo(code);
        assertThat(String.join(" ", refusal.revisions())).isEqualTo(revisions == null ? "" : revisions);
        assertThat(refusal.action()).contains(advice);
        assertThat(refusal.getMessage()).endsWith(".");
        assertThat(refusal.code()).isNotEqualTo(ErrorCode.USAGE);
    }
}
