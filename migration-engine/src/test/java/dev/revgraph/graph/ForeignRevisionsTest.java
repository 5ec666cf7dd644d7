package dev.revgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.GraphText;
import org.junit.jupiter.api.Test;

/** Revisions that a newer release has applied, and whose files this one does not have. */
class ForeignRevisionsTest {

    private final RevisionGraph files = GraphText.of("a -> b -> c", "b [main]");
    private final RevisionGraph graph = files.including(GraphText.nodes(
            "c? -> x -> y [newer]", "b? -> z", "c? ~> z", "gone? -> lost", "a?, gone? -> half", "x [main]", "a"));

    @Test
    void neverDecideWhatTheFilesHaveAsHeadsAndBranches() {
        assertThat(graph.heads()).isEqualTo(GraphText.ids("c"));
        assertThat(graph.realHeads()).isEqualTo(GraphText.ids("c"));
        assertThat(graph.bases()).isEqualTo(GraphText.ids("a"));
        assertThat(graph.branchPoints()).isEmpty();
        assertThat(graph.mergePoints()).isEmpty();
        assertThat(graph.size()).isEqualTo(8);
    }

    @Test
    void takePartInEdgesAndClosures() {
        assertThat(graph.closure(GraphText.ids("y"))).containsExactlyElementsOf(GraphText.ids("a b c x y"));
        assertThat(graph.children(new RevisionId("c"))).isEqualTo(GraphText.ids("x"));
        assertThat(graph.dependents(new RevisionId("c"))).isEqualTo(GraphText.ids("z"));
        assertThat(graph.maximal(GraphText.set("a b c x y z"))).isEqualTo(GraphText.ids("y z"));
    }

    @Test
    void loseEdgesToRevisionsNobodyKnows() {
        assertThat(graph.parents(new RevisionId("lost"))).isEmpty();
        assertThat(graph.parents(new RevisionId("half"))).isEqualTo(GraphText.ids("a"));
    }

    @Test
    void doNotTakeALabelFromAFile() {
        Traversal traversal = Situation.at(graph, "y").traversal();

        assertThat(traversal.resolve("main")).isEqualTo(GraphText.ids("b"));
        assertThat(traversal.resolve("newer")).isEqualTo(GraphText.ids("y"));
        assertThat(files.including(GraphText.nodes("main", "b? -> main")).contains(new RevisionId("main")))
                .isTrue();
    }

    @Test
    void canBeUndoneAndBeTargets() {
        Situation situation = Situation.at(graph, "y z");

        assertThat(situation.downgrade("c")).isEqualTo("y x => z");
        assertThat(situation.downgrade("b")).isEqualTo("z y x c => b");
        assertThat(situation.downgrade("x")).isEqualTo("y => x z");
        assertThat(situation.upgrade("head")).isEqualTo("=> y z");
        assertThat(situation.upgrade("x")).isEqualTo("=> y z");
        assertThat(Situation.at(graph, "y").downgrade("-1")).isEqualTo("y => x");
        assertThat(situation.stamp("x")).isEqualTo("x z");
        assertThat(Situation.text(situation.traversal().range(":y"))).isEqualTo("y x c b a");
    }

    @Test
    void cannotBeApplied() {
        TargetException refusal =
                Situation.refusal(() -> Situation.at(graph, "b").traversal().upgrade("y"));

        assertThat(refusal.code().text()).isEqualTo("unknown-revision");
        assertThat(refusal.revisions()).containsExactly("x", "y");
    }

    @Test
    void areNotWhatStepsUpwardsMean() {
        RevisionGraph diverged = GraphText.of("a -> b -> c").including(GraphText.nodes("b? -> x"));

        assertThat(Situation.at(diverged, "x").upgrade("b+1")).isEqualTo("c => c x");
        assertThat(Situation.at(diverged, "x").downgrade("b")).isEqualTo("x => b");
        assertThat(Situation.refusal(
                                () -> Situation.at(diverged, "x").traversal().upgrade("+1"))
                        .code()
                        .text())
                .isEqualTo("out-of-range");
    }

    @Test
    void areUndoneButNotTakenForBaseWhenThereAreNoFilesAtAll() {
        RevisionGraph onlyForeign = RevisionGraph.empty().including(GraphText.nodes("x -> y"));

        assertThat(Situation.at(onlyForeign, "y").downgrade("head")).isEqualTo("=> y");
        assertThat(Situation.at(onlyForeign, "y").downgrade("base")).isEqualTo("y x =>");
    }

    @Test
    void canBeAddedInSeveralSteps() {
        RevisionGraph twice = files.including(GraphText.nodes("c? -> x")).including(GraphText.nodes("x? -> y"));

        assertThat(twice.heads()).isEqualTo(GraphText.ids("c"));
        assertThat(twice.closure(GraphText.ids("y"))).hasSize(5);
        assertThat(files.including(GraphText.nodes("a", "b"))).isSameAs(files);
    }

    @Test
    void areRefusedWhenTheirRecordsFormALoop() {
        assertThatThrownBy(() -> files.including(GraphText.nodes("x -> y -> x")))
                .isInstanceOfSatisfying(InvalidGraphException.class, refusal -> {
                    assertThat(refusal.code().text()).isEqualTo("cycle");
                    assertThat(refusal.revisions()).containsExactly("x", "y");
                });
    }
}
