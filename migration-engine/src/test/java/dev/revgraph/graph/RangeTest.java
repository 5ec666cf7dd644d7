package dev.revgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.GraphText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # applied head | range | newest first
                    c  | :           | e d c b a
                    c  | base:heads  | e d c b a
                    c  | b:d         | d c b
                    c  | b:          | e d c b
                    c  | :b          | b a
                    c  | c:c         | c
                    c  | :current    | c b a
                    c  | current:    | e d c
                    '' | current:b   | b a
                    e  | -3:current  | e d c b
                    d  | -2:current  | d c
                    c  | current-1:current+1 | d c b
                    c  | -9:c        | c b a
                    c  | b-9:c       | c b a
                    c  | b:+2        | d c b
                    c  | b:+9        | e d c b
                    c  | :+2         | b a
                    c  | -2:         | e d c
                    c  | :-1         | d c b a
                    c  | base:base   |
                    c  | -9:         | e d c b a
                    c  | -0:         | e d c
                    c  | d-1:d+1     | e d c
                    """)
    void listsALine(String current, String range, String expected) {
        Traversal traversal = Situation.at(Graphs.LINE, current).traversal();

        assertThat(Situation.text(traversal.range(range))).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ebranch@base:heads  | f someothername e d
                    ebranch@base:       | f someothername e d
                    abranch@base:heads  | c somelongername b a
                    :ebranch@head       | f someothername e d
                    ebranch@d:          | f someothername e d
                    ebranch@head:heads  | f
                    ebranch@-2:ebranch@head | f someothername e
                    :ebranch@+2         | e d
                    e@base:heads        | f someothername e d
                    """)
    void listsABranch(String range, String expected) {
        Traversal traversal = Situation.at(Graphs.LONG_NAMES, "").traversal();

        assertThat(Situation.text(traversal.range(range))).isEqualTo(expected);
    }

    @Test
    void listsDescendantsOfTheLowerBoundAloneAndDependenciesFromBase() {
        RevisionGraph graph = GraphText.of("a1 -> a2", "b1 -> b2 -> b3", "a2 ~> b2", "b1 [main]");
        Traversal traversal = Situation.at(graph, "").traversal();

        assertThat(Situation.text(traversal.range("b1:b3"))).isEqualTo("b3 b2 b1");
        assertThat(Situation.text(traversal.range(":b3"))).isEqualTo("b3 b2 b1 a2 a1");
        assertThat(Situation.text(traversal.range("main@base:"))).isEqualTo("b3 b2 b1 a2 a1");
        assertThat(Situation.text(traversal.range("a1@base:"))).isEqualTo("a2 a1");
    }

    @Test
    void listsBothSidesOfAMerge() {
        Traversal traversal = Situation.at(Graphs.MERGED, "").traversal();

        assertThat(Situation.text(traversal.range("b:e"))).isEqualTo("e d2 d1 c2 c1 b");
        assertThat(Situation.text(traversal.range("c1:e"))).isEqualTo("e d1 c1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    d:b      | not-an-ancestor  | d     | `history -r b:d`
                    a:base   | not-an-ancestor  | a     | `graph`
                    x:       | no-such-revision |       | `history`
                    b        | usage            |       | `history -r LOWER:UPPER`
                    a:b:c    | usage            |       | `history -r LOWER:UPPER`
                    -2:b     | not-an-ancestor  | c     | `history -r b:-2`
                    """)
    void refusesWhatIsNoRange(String range, String code, String revisions, String advice) {
        Traversal traversal = Situation.at(Graphs.LINE, "").traversal();

        TargetException refusal = Situation.refusal(() -> traversal.range(range));

        assertThat(refusal.code().text()).isEqualTo(code);
        assertThat(String.join(" ", refusal.revisions())).isEqualTo(revisions == null ? "" : revisions);
        assertThat(refusal.action()).contains(advice);
    }
}
