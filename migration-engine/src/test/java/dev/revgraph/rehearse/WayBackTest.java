package dev.revgraph.rehearse;

import static dev.revgraph.fixture.GraphText.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.GraphText;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import org.junit.jupiter.api.Test;

class WayBackTest {

    private final RevisionGraph graph = GraphText.of("a -> b -> d", "a -> c -> e", "b, c -> m");

    @Test
    void isOneStepWhereARevisionHasOneParentAtMost() {
        assertThat(WayBack.from(graph, set("a"), new RevisionId("a"))).contains("a@-1");
        assertThat(WayBack.from(graph, set("a b c"), new RevisionId("c"))).contains("c@-1");
    }

    @Test
    void isAParentOfAMergeFromWhichNothingElseGoesOn() {
        assertThat(WayBack.from(graph, set("a b c m"), new RevisionId("m"))).contains("b");
        assertThat(WayBack.from(graph, set("a b c d m"), new RevisionId("m"))).contains("c");
    }

    @Test
    void isNoneWhereOthersGoOnFromAllParents() {
        assertThat(WayBack.from(graph, set("a b c d e m"), new RevisionId("m"))).isEmpty();
    }
}
