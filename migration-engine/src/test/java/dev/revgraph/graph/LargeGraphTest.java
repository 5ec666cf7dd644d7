package dev.revgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deep and wide graphs: nothing recurses, nothing is quadratic. The bound is generous, a quadratic step takes minutes. */
@Timeout(120)
@Tag("slow")
class LargeGraphTest {

    private static final int SIZE = 100_000;

    @Test
    void plansAChain() {
        RevisionGraph graph = RevisionGraph.of(shuffled(chain()));
        Traversal empty = new Traversal(graph, Set.of());
        Set<RevisionId> all = new LinkedHashSet<>(graph.revisions());
        Traversal full = new Traversal(graph, all);

        assertThat(empty.upgrade("head")).isEqualTo(graph.revisions()).hasSize(SIZE);
        assertThat(empty.upgrade("+99999")).hasSize(SIZE - 1);
        assertThat(full.downgrade("base")).hasSize(SIZE);
        assertThat(full.downgrade("-99999")).hasSize(SIZE - 1);
        assertThat(full.currentHeads()).containsExactly(id(SIZE - 1));
        assertThat(full.range(":")).hasSize(SIZE);
        assertThat(full.stamp(List.of("r050000"), false)).hasSize(50_001);
        assertThat(graph.gaps(Set.of(id(SIZE - 1)))).hasSize(SIZE - 1);
    }

    @Test
    void plansAFanThatIsMerged() {
        List<RevisionNode> nodes = new ArrayList<>();
        nodes.add(node(0, List.of()));
        IntStream.range(1, SIZE - 1).forEach(i -> nodes.add(node(i, List.of(id(0)))));
        RevisionGraph fan = RevisionGraph.of(shuffled(nodes));
        nodes.add(node(
                SIZE - 1,
                IntStream.range(1, SIZE - 1).mapToObj(LargeGraphTest::id).toList()));
        RevisionGraph merged = RevisionGraph.of(shuffled(nodes));

        assertThat(fan.heads()).hasSize(SIZE - 2);
        assertThat(new Traversal(fan, Set.of()).upgrade("heads")).hasSize(SIZE - 1);
        assertThat(merged.heads()).containsExactly(id(SIZE - 1));
        assertThat(new Traversal(merged, Set.of()).upgrade("head")).hasSize(SIZE);
        assertThat(Situation.refusal(() -> new Traversal(fan, Set.of()).upgrade("head"))
                        .revisions())
                .hasSize(SIZE - 2);
        assertThat(Situation.refusal(() -> new Traversal(fan, Set.of()).upgrade("+2"))
                        .revisions())
                .hasSize(SIZE - 2);
        Set<RevisionId> all = new LinkedHashSet<>(fan.revisions());
        assertThat(Situation.refusal(() -> new Traversal(fan, all).downgrade("-1"))
                        .revisions())
                .hasSize(SIZE - 2);
    }

    @Test
    void plansLayersInWhichEverythingRevisesEverythingBelow() {
        int width = 300;
        List<RevisionNode> nodes = new ArrayList<>();
        for (int i = 0; i < 10 * width; i++) {
            int layer = i / width;
            nodes.add(node(i, layer == 0 ? List.of() : ids((layer - 1) * width, layer * width)));
        }
        RevisionGraph graph = RevisionGraph.of(shuffled(nodes));

        assertThat(graph.mergePoints()).hasSize(9 * width);
        assertThat(new Traversal(graph, Set.of()).upgrade("heads")).hasSize(10 * width);
    }

    @Test
    void reportsALoopThroughEverything() {
        List<RevisionNode> nodes = chain();
        nodes.set(0, node(0, List.of(id(SIZE - 1))));

        InvalidGraphException refusal =
                catchThrowableOfType(InvalidGraphException.class, () -> RevisionGraph.of(shuffled(nodes)));

        assertThat(refusal.revisions()).hasSize(SIZE);
        assertThat(refusal.getMessage()).hasSizeLessThan(2_000);
    }

    @Test
    void reportsManyLoopsAndManyUnknownParents() {
        List<RevisionNode> pairs = new ArrayList<>();
        for (int i = 0; i < SIZE; i += 2) {
            pairs.add(node(i, List.of(id(i + 1))));
            pairs.add(node(i + 1, List.of(id(i))));
        }
        List<RevisionNode> orphans = IntStream.range(0, SIZE)
                .mapToObj(i -> node(i, List.of(new RevisionId("missing" + i))))
                .toList();

        assertThat(catchThrowableOfType(InvalidGraphException.class, () -> RevisionGraph.of(pairs))
                        .problems())
                .hasSize(SIZE / 2 + 1);
        assertThat(catchThrowableOfType(InvalidGraphException.class, () -> RevisionGraph.of(orphans))
                        .problems())
                .hasSize(SIZE + 1);
    }

    @Test
    void includesManyForeignRevisions() {
        List<RevisionNode> chain = chain();
        RevisionGraph graph =
                RevisionGraph.of(chain.subList(0, SIZE / 2)).including(shuffled(chain.subList(SIZE / 2, SIZE)));

        assertThat(graph.heads()).containsExactly(id(SIZE / 2 - 1));
        assertThat(new Traversal(graph, new LinkedHashSet<>(graph.revisions())).downgrade("head"))
                .hasSize(SIZE / 2);
    }

    @Test
    void staysLinear() {
        List<RevisionNode> nodes = shuffled(chain());
        RevisionGraph.of(nodes);

        long start = System.nanoTime();
        RevisionGraph graph = RevisionGraph.of(nodes);
        new Traversal(graph, Set.of()).upgrade("head");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
    }

    private static List<RevisionNode> chain() {
        List<RevisionNode> chain = new ArrayList<>();
        IntStream.range(0, SIZE).forEach(i -> chain.add(node(i, i == 0 ? List.of() : List.of(id(i - 1)))));
        return chain;
    }

    private static List<RevisionNode> shuffled(List<RevisionNode> nodes) {
        List<RevisionNode> others = new ArrayList<>(nodes);
        Collections.shuffle(others, new Random(1));
        return others;
    }

    private static List<RevisionId> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(LargeGraphTest::id).toList();
    }

    private static RevisionId id(int number) {
        return new RevisionId("r%06d".formatted(number));
    }

    private static RevisionNode node(int number, List<RevisionId> parents) {
        RevisionId id = id(number);
        List<Reference> revises =
                parents.stream().map(parent -> new Reference(parent, 3)).toList();
        return new RevisionNode(id, "", revises, List.of(), List.of(), Origin.of(id + ".sql"));
    }
}
