package dev.revgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.GraphText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesInTargetsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # applied heads | symbol | meaning
                    '' | a              | a
                    '' | abranch        | a
                    '' | ebranch        | e
                    '' | somel          | somelongername
                    '' | ebranch@some   | someothername
                    '' | abranch@some   | somelongername
                    '' | ebranch@d      | d
                    '' | ebranch@ebranch | e
                    '' | ebr@head       | f
                    '' | e@d            | d
                    '' | someoth@d      | d
                    '' | abranch@head   | c
                    '' | abranch@heads  | c
                    '' | abranch@base   |
                    '' | base           |
                    '' | heads          | c f
                    '' | ebranch@head-2 | e
                    '' | ebranch@base+2 | e
                    '' | somel-1        | b
                    '' | abranch@+2     | b
                    '' | current        |
                    b e | current       | b e
                    b e | ebranch@current | e
                    b e | abranch@-1    | a
                    b   | -1            | a
                    b   | +1            | somelongername
                    """)
    void resolvesEveryForm(String current, String symbol, String meaning) {
        Traversal traversal = Situation.at(Graphs.LONG_NAMES, current).traversal();

        assertThat(Situation.text(traversal.resolve(symbol))).isEqualTo(meaning == null ? "" : meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # symbol | code | revisions | to type instead
                    some      | ambiguous-prefix | somelongername someothername | `show somelongername` or `show someothername`
                    some+1    | ambiguous-prefix | somelongername someothername | `show somelongername+1` or `show someothername+1`
                    some@head | ambiguous-prefix | somelongername someothername | Write the whole name
                    ebranch@b | not-in-branch    | b  | `show b`
                    abranch@d | not-in-branch    | d  | `show d`
                    ebranch@somel | not-in-branch | somel | `show somel`
                    abranch@q | no-such-revision |    | `history`
                    x@d       | no-such-revision |    | `branches`
                    ebranhc   | no-such-revision | ebranch abranch | Did you mean "ebranch", "abranch"?
                    somelngername | no-such-revision | somelongername someothername | Did you mean "somelongername", "someothername"?
                    SomeLongerName | no-such-revision | somelongername | Did you mean "somelongername"?
                    """)
    void refusesNamesThatLeadNowhereOrToSeveral(String symbol, String code, String revisions, String advice) {
        Traversal traversal = Situation.at(Graphs.LONG_NAMES, "").traversal();

        TargetException refusal = Situation.refusal(() -> traversal.resolve(symbol));

        assertThat(refusal.code().text()).isEqualTo(code);
        assertThat(String.join(" ", refusal.revisions())).isEqualTo(revisions == null ? "" : revisions);
        assertThat(refusal.action()).contains(advice);
    }

    @Test
    void prefersAnExactNameToLongerOnesThatBeginSo() {
        RevisionGraph graph = GraphText.of("abcd -> abcde -> abcdef");

        assertThat(Situation.at(graph, "").upgrade("abcd")).isEqualTo("abcd => abcd");
    }

    @Test
    void doesNotAbbreviateNamesOfThreeCharacters() {
        RevisionGraph graph = GraphText.of("abc -> abd -> abef");

        assertThat(Situation.at(graph, "").upgrade("ab")).isEqualTo("abc abd abef => abef");
    }

    @Test
    void countsLabelsAsNamesThatCanBeAbbreviated() {
        RevisionGraph graph = GraphText.of("abcdef1 [abcdlabel]");

        assertThat(Situation.refusal(() -> Situation.at(graph, "").traversal().resolve("abcd")))
                .satisfies(refusal -> assertThat(refusal.code().text()).isEqualTo("ambiguous-prefix"))
                .satisfies(refusal -> assertThat(refusal.revisions()).containsExactly("abcdef1", "abcdlabel"));
        assertThat(Situation.at(graph, "").upgrade("abcdl")).isEqualTo("abcdef1 => abcdef1");
    }

    @Test
    void readsANameThatLooksRelativeAsTheName() {
        RevisionGraph graph = GraphText.of("w -> x -> x-1 -> y");

        assertThat(Situation.at(graph, "").upgrade("x-1")).isEqualTo("w x x-1 => x-1");
        assertThat(Situation.at(graph, "").upgrade("x-1-1")).isEqualTo("w x => x");
        assertThat(Situation.at(graph, "").upgrade("x-1+1")).isEqualTo("w x x-1 y => y");
        assertThat(Situation.at(graph, "").upgrade("y-1")).isEqualTo("w x x-1 => x-1");
    }

    @Test
    void refusesToChooseBetweenAPrefixAndARelativeForm() {
        RevisionGraph graph = GraphText.of("w -> x -> x-1-add-users");

        TargetException refusal =
                Situation.refusal(() -> Situation.at(graph, "").traversal().upgrade("x-1"));

        assertThat(refusal.code().text()).isEqualTo("ambiguous-prefix");
        assertThat(refusal.revisions()).containsExactly("x-1-add-users", "w");
        assertThat(refusal.action()).isEqualTo("Type `upgrade x-1-add-users` or `upgrade w`.");
    }

    @Test
    void takesTheOneReadingThatMakesSense() {
        RevisionGraph graph = GraphText.of("2025-05-15_one -> 2025-06-01_two -> 2025-06-03_three");
        Situation situation = Situation.at(graph, "");

        assertThat(situation.upgrade("2025-05")).isEqualTo("2025-05-15_one => 2025-05-15_one");
        assertThat(situation.upgrade("2025-05-15")).isEqualTo("2025-05-15_one => 2025-05-15_one");
        assertThat(situation.upgrade("2025-06-01_two-1")).isEqualTo("2025-05-15_one => 2025-05-15_one");
    }
}
