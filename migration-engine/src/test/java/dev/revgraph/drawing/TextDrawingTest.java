package dev.revgraph.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.GraphText;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.RevisionNode;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TextDrawingTest {

    @Test
    void drawsALineDownwards() {
        assertThat(drawn(Pictures.offline("a -> b -> c"))).isEqualTo("""
                *  c  Revision c (head)
                *  b  Revision b
                *  a  Revision a
                """);
    }

    @Test
    void drawsForkAndMerge() {
        assertThat(drawn(Pictures.offline("a -> b -> d", "a -> c -> d", "d -> e")))
                .isEqualTo("""
                *    e  Revision e (head)
                *    d  Revision d
                |\\
                | *  c  Revision c
                * |  b  Revision b
                |/
                *    a  Revision a
                """);
    }

    @Test
    void marksStatesCurrentHeadsAndLabels() {
        assertThat(drawn(Pictures.applied("a b", "a -> b -> c", "a -> x", "x [usage]")))
                .isEqualTo("""
                o    x  pending  Revision x (head, branch usage)
                | o  c  pending  Revision c (head)
                | @  b  applied  Revision b (current)
                |/
                *    a  applied  Revision a
                """);
    }

    @Test
    void marksWhatIsWrong() {
        RevisionGraph graph = GraphText.of("a -> b -> c -> d");
        Map<RevisionId, String> states =
                Map.of(id("a"), "modified", id("b"), "out-of-order", id("c"), "running", id("d"), "unknown");
        assertThat(drawn(new Picture(graph, GraphText.ids("d c b a"), states, Set.of())))
                .isEqualTo("""
                ?  d  unknown       Revision d (head)
                ~  c  running       Revision c
                !  b  out-of-order  Revision b
                !  a  modified      Revision a
                """);
    }

    @Test
    void joinsManyBranchesRightBelowTheirFirstRevision() {
        assertThat(drawn(Pictures.offline("a -> b, c, d, e"))).isEqualTo("""
                *    e  Revision e (head)
                | *  d  Revision d (head)
                |/
                | *  c  Revision c (head)
                |/
                | *  b  Revision b (head)
                |/
                *    a  Revision a
                """);
    }

    @Test
    void crossesLanesInBetween() {
        assertThat(drawn(Pictures.offline("a -> x", "a -> d", "b -> y", "c -> z", "a, b, c -> m")))
                .isEqualTo("""
                *        z  Revision z (head)
                | *      y  Revision y (head)
                | | *    x  Revision x (head)
                | | | *  m  Revision m (head)
                | |_|/
                |/|/|
                | | | *  d  Revision d (head)
                | | |/
                * | |    c  Revision c
                  * |    b  Revision b
                    *    a  Revision a
                """);
    }

    @Test
    void drawsAMergeOfThree() {
        assertThat(drawn(Pictures.offline("a", "b", "c", "a, b, c -> m"))).isEqualTo("""
                *      m  Revision m (head)
                |\\_
                | |\\
                | | *  c  Revision c
                | *    b  Revision b
                *      a  Revision a
                """);
    }

    @Test
    void namesDependenciesAndParentsThatAreNotShown() {
        RevisionGraph graph = GraphText.of("a -> b -> c", "x", "a, b ~> x");
        assertThat(drawn(new Picture(graph, GraphText.ids("x c"), Map.of(), Set.of())))
                .isEqualTo("""
                *  x  Revision x (head) (depends on a, b)
                *  c  Revision c (head) (revises b)
                """);
    }

    @Test
    void printsNothingThatATerminalObeys() {
        assertThat(drawn(Pictures.described("one\ntwo \u001b[31mred\u0007")))
                .isEqualTo("*  a  one two [31mred (head)\n");
    }

    @Test
    void paintsOnlyTheWordOfTheState() {
        assertThat(TextDrawing.of(Pictures.applied("a", "a -> b"), word -> "<" + word + ">"))
                .isEqualTo("""
                o  b  <pending>  Revision b (head)
                @  a  <applied>  Revision a (current)
                """);
    }

    @Test
    void drawsAnEmptyGraph() {
        assertThat(drawn(Pictures.offline(RevisionGraph.empty()))).isEmpty();
    }

    @Test
    void drawsFiveThousandRevisionsInMuchLessThanASecond() {
        List<RevisionNode> nodes = new ArrayList<>();
        nodes.add(Pictures.node("r0", "", List.of()));
        for (int i = 1; i < 5000; i++) {
            List<String> parents =
                    i % 50 == 0 ? List.of("r" + (i - 1), "r" + (i - 7)) : List.of("r" + Math.max(0, i - 1 - i % 3));
            nodes.add(Pictures.node("r" + i, "Revision " + i, parents));
        }
        Picture picture = Pictures.offline(RevisionGraph.of(nodes));
        drawn(picture);
        long begin = processorTime();
        String text = drawn(picture);
        String svg = SvgDrawing.of(picture);
        assertThat(Duration.ofNanos(processorTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(text.lines().filter(line -> line.contains("r"))).hasSize(5000);
        assertThat(svg).contains(">r4999<");
    }

    /** Nanoseconds of this thread alone: what else the machine does is not the drawing's. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String drawn(Picture picture) {
        return TextDrawing.of(picture, UnaryOperator.identity());
    }

    private static RevisionId id(String name) {
        return new RevisionId(name);
    }
}
