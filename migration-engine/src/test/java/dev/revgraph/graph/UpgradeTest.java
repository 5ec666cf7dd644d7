package dev.revgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.GraphText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeTest {

    /** b forks into c1 and c2. */
    private final RevisionGraph branched =
            GraphText.of("a -> b -> c1 -> d1", "b -> c2 -> d2", "c1 [c1branch]", "c2 [c2branch]");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # applied     | target          | plan
                    ''            | d1              | a b c1 d1
                    a b           | d1              | c1 d1
                    a             | heads           | b c1 c2 d1 d2
                    a b           | c2branch@head-1 | c2
                    a b c1        | c2branch@+1     | c2
                    a b c1 c2     | c2branch@+1     | d2
                    ''            | base+1          | a
                    ''            | +1              | a
                    """)
    void appliesWhatTheTargetNeeds(String applied, String target, String plan) {
        Traversal traversal = new Traversal(branched, GraphText.set(applied));

        assertThat(traversal.upgrade(target)).isEqualTo(GraphText.ids(plan));
    }
}
