package dev.revgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.GraphText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {

    private final RevisionGraph graph = GraphText.of(
            "a -> b -> c1 -> d1", "b -> c2 -> d2", "d2, d1 -> e", "x -> y", "c1 ~> y", "e [top]", "top? ~> z");

    @Test
    void tellsHeadsBasesBranchPointsAndMergePointsByParentsAlone() {
        assertThat(graph.heads()).isEqualTo(GraphText.ids("e y z"));
        assertThat(graph.realHeads()).isEqualTo(GraphText.ids("y z"));
        assertThat(graph.bases()).isEqualTo(GraphText.ids("a x z"));
        assertThat(graph.branchPoints()).isEqualTo(GraphText.ids("b"));
        assertThat(graph.mergePoints()).isEqualTo(GraphText.ids("e"));
    }

    @Test
    void givesNeighboursInBothDirections() {
        assertThat(graph.parents(new RevisionId("e"))).isEqualTo(GraphText.ids("d2 d1"));
        assertThat(graph.children(new RevisionId("b"))).isEqualTo(GraphText.ids("c1 c2"));
        assertThat(graph.dependencies(new RevisionId("z"))).isEqualTo(GraphText.ids("e"));
        assertThat(graph.dependents(new RevisionId("c1"))).isEqualTo(GraphText.ids("y"));
        assertThat(graph.dependencies(new RevisionId("a"))).isEmpty();
    }

    @Test
    void closesSetsOverBothKindsOfEdge() {
        assertThat(graph.closure(GraphText.ids("y"))).containsExactlyElementsOf(GraphText.ids("a b c1 x y"));
        assertThat(graph.above(GraphText.ids("c1"))).containsExactlyElementsOf(GraphText.ids("c1 d1 e y z"));
        assertThat(graph.maximal(GraphText.set("a b c1 x y"))).isEqualTo(GraphText.ids("y"));
        assertThat(graph.maximal(GraphText.set("a b c1 c2"))).isEqualTo(GraphText.ids("c1 c2"));
        assertThat(graph.inOrder(GraphText.set("y c1 x a"))).isEqualTo(GraphText.ids("a c1 x y"));
    }

    @Test
    void seesWhatIsMissingBelowAppliedRevisions() {
        assertThat(graph.gaps(GraphText.set("a c1 y"))).isEqualTo(GraphText.ids("b x"));
        assertThat(graph.maximal(GraphText.set("a c1"))).isEqualTo(GraphText.ids("c1"));
        assertThat(graph.gaps(GraphText.set("a b"))).isEmpty();
    }

    @Test
    void ordersRevisionsByIdAsFarAsTheirEdgesAllowAndNotByLoadOrder() {
        List<RevisionNode> nodes = new ArrayList<>(
                GraphText.nodes("20250101_a -> 20250103_c", "20250102_b -> 20250104_d", "20250105_e -> 20250100_z"));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(nodes, new Random(seed));

            assertThat(RevisionGraph.of(nodes).revisions())
                    .isEqualTo(GraphText.ids("20250101_a 20250102_b 20250103_c 20250104_d 20250105_e 20250100_z"));
        }
    }

    @Test
    void findsARevisionByItsIdOnly() {
        assertThat(graph.get(new RevisionId("e")).description()).isEqualTo("Revision e");
        assertThat(graph.contains(new RevisionId("top"))).isFalse();
        assertThatThrownBy(() -> graph.get(new RevisionId("nowhere")))
                .isInstanceOf(TargetException.class)
                .hasMessage("There is no revision or label \"nowhere\".");
        assertThatThrownBy(() -> graph.closure(GraphText.ids("a nowhere"))).isInstanceOf(TargetException.class);
    }

    @Test
    void acceptsParentsThatAreAncestorsOfOtherParents() {
        RevisionGraph merge = GraphText.of("a -> b", "a, b, c -> m", "c");

        assertThat(merge.heads()).isEqualTo(GraphText.ids("m"));
        assertThat(merge.parents(new RevisionId("m"))).isEqualTo(GraphText.ids("a b c"));
        assertThat(merge.maximal(GraphText.set("a b c m"))).isEqualTo(GraphText.ids("m"));
    }

    @Test
    void isEmptyWithoutRevisions() {
        assertThat(RevisionGraph.empty().size()).isZero();
        assertThat(RevisionGraph.of(List.of()).heads()).isEmpty();
        assertThat(RevisionGraph.empty().revisions()).isEmpty();
    }
}
