package dev.revgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.revgraph.ErrorCode;
import dev.revgraph.fixture.GraphText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InvalidGraphTest {

    @Test
    void namesAnUnknownParentAndTheNearestId() {
        assertThat(problems("add_users -> b", "add_user? -> c"))
                .containsExactly("c.sql:3: Revision \"c\" revises \"add_user\", but there is no such revision."
                        + " Did you mean \"add_users\"? Otherwise correct the name, or add the file of the missing"
                        + " revision.");
        assertThat(problems("a", "nothing? -> c"))
                .containsExactly("c.sql:3: Revision \"c\" revises \"nothing\", but there is no such revision."
                        + " Correct the name, or add the file of the missing revision.");
    }

    @Test
    void saysThatALabelIsNoParent() {
        assertThat(problems("a [main]", "main? -> c"))
                .containsExactly("c.sql:3: Revision \"c\" revises \"main\", but there is no such revision."
                        + " \"main\" is a label; name the revision that carries it, \"a\".");
    }

    @Test
    void namesAnUnknownDependency() {
        InvalidGraphException refusal = refusal("a -> b", "usage? ~> b");

        assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_DEPENDENCY);
        assertThat(refusal.revisions()).containsExactly("b");
        assertThat(refusal)
                .hasMessage("b.sql:4: Revision \"b\" depends on \"usage\", but there is no such revision or label.");
    }

    @Test
    void showsSelfReferences() {
        assertThat(problems("a -> b -> b", "b ~> b", "a [x]", "x? ~> a"))
                .containsExactly(
                        "a.sql:4: Revision \"a\" depends on itself: a -> a. Remove \"x\" from its dependencies.",
                        "b.sql:3: Revision \"b\" revises itself: b -> b. Name its parent, or `base` if it has none.",
                        "b.sql:4: Revision \"b\" depends on itself: b -> b. Remove \"b\" from its dependencies.");
    }

    @Test
    void reportsExactlyTheRevisionsOnALoopOverRevises() {
        InvalidGraphException refusal =
                refusal("base1 -> below", "below, d -> b -> c -> d", "d -> above -> further", "c -> aside");

        assertThat(refusal.code()).isEqualTo(ErrorCode.CYCLE);
        assertThat(refusal.revisions()).containsExactly("b", "c", "d");
        assertThat(refusal)
                .hasMessage(
                        "b.sql:3: Revisions \"b\", \"c\", \"d\" wait for each other over revises; each would have to"
                                + " be applied before the next: b -> c -> d -> b.");
    }

    @Test
    void reportsALoopOverDependenciesWithTheReferenceThatClosesIt() {
        InvalidGraphException refusal = refusal("a -> b -> c", "x -> y -> z", "y ~> b", "lib? ~> x", "c [lib]");

        assertThat(refusal.revisions()).containsExactly("b", "c", "x", "y");
        assertThat(refusal)
                .hasMessage("b.sql:4: Revisions \"b\", \"c\", \"x\", \"y\" wait for each other over depends-on; each"
                        + " would have to be applied before the next: b -> c -> x -> y -> b.");
    }

    @Test
    void reportsEveryLoopOnceAndALargerOneOverDependenciesToo() {
        assertThat(problems("a", "b -> c -> b", "p -> q -> p", "c ~> x", "x -> y", "y ~> b"))
                .extracting(line -> line.substring(0, line.indexOf(';')))
                .containsExactly(
                        "b.sql:3: Revisions \"b\", \"c\" wait for each other over revises",
                        "b.sql:4: Revisions \"b\", \"c\", \"x\", \"y\" wait for each other over depends-on",
                        "p.sql:3: Revisions \"p\", \"q\" wait for each other over revises");
    }

    @Test
    void shortensAVeryLongLoop() {
        StringBuilder ring = new StringBuilder("r000");
        for (int i = 1; i < 300; i++) {
            ring.append(" -> r%03d".formatted(i));
        }

        InvalidGraphException refusal = refusal("a", ring + " -> r000");

        assertThat(refusal.revisions()).hasSize(300);
        assertThat(refusal.getMessage())
                .contains(" and 288 more wait", "r011 -> … -> r000.")
                .hasSizeLessThan(500);
    }

    @Test
    void namesBothFilesOfADuplicateId() {
        List<RevisionNode> nodes = new ArrayList<>(GraphText.nodes("a -> b"));
        nodes.add(new RevisionNode(
                new RevisionId("b"), "", List.of(Reference.to("a")), List.of(), List.of(), new Origin("old/b.sql", 2)));

        assertThat(lines(refusal(nodes, List.of())))
                .containsExactly("old/b.sql:2: Revision \"b\" is declared twice, here and in b.sql:1. Remove or rename"
                        + " one of the two.");
    }

    @Test
    void namesBothOwnersOfALabel() {
        InvalidGraphException refusal = refusal("a -> b", "a [main]", "b [main]");

        assertThat(refusal.code()).isEqualTo(ErrorCode.DUPLICATE_REVISION);
        assertThat(refusal.revisions()).containsExactly("b", "a");
        assertThat(refusal)
                .hasMessage("b.sql:5: Revision \"b\" carries the label \"main\", which belongs to revision \"a\" in"
                        + " a.sql:1; a label names one revision.");
        assertThat(problems("a [main, main]"))
                .containsExactly("a.sql:5: Revision \"a\" carries the label \"main\" twice. Remove one of the two.");
    }

    @Test
    void refusesALabelThatIsAnId() {
        assertThat(problems("a -> b", "a [b]"))
                .containsExactly("a.sql:5: Revision \"a\" carries the label \"b\", which is the id of a revision in"
                        + " b.sql:1; ids and labels share one name space. Choose another label.");
    }

    @Test
    void refusesAParentListedTwice() {
        InvalidGraphException refusal = refusal("a -> b", "a -> b", "b ~> c", "b ~> c");

        assertThat(lines(refusal))
                .containsExactly(
                        "b.sql:3: Revision \"b\" revises \"a\" twice. Name it once.",
                        "c.sql:4: Revision \"c\" depends on \"b\" twice. Name it once.");
        assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_HEADER);
    }

    @Test
    void acceptsADependencyNamedByIdAndByLabel() {
        RevisionGraph graph = GraphText.of("a [main]", "a ~> c", "main? ~> c");

        assertThat(graph.dependencies(new RevisionId("c"))).isEqualTo(GraphText.ids("a"));
    }

    @Test
    void missesABase() {
        assertThat(problems("a -> b -> a"))
                .hasSize(2)
                .last()
                .isEqualTo("No revision is a base: every one of them revises another one. Write `revises: base` in the"
                        + " first revision.");
    }

    @Test
    void reportsAllProblemsAtOnceByFileAndLineInAnyLoadOrder() {
        List<RevisionNode> nodes = new ArrayList<>(GraphText.nodes(
                "a -> b", "ghost? -> c", "ghost? ~> c", "b [main]", "c [main]", "d -> e -> d", "b ~> b", "a [b]"));
        List<String> expected = lines(refusal(nodes, List.of()));

        assertThat(expected)
                .extracting(line -> line.substring(0, line.indexOf(": ")))
                .containsExactly("a.sql:5", "b.sql:4", "c.sql:3", "c.sql:4", "c.sql:5", "d.sql:3");
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(nodes, new Random(seed));
            assertThat(lines(refusal(nodes, List.of()))).isEqualTo(expected);
        }
    }

    @Test
    void joinsProblemsFoundWhenTheFilesWereReadAndDoesNotRepeatThem() {
        Problem badHeader = new Problem(
                ErrorCode.BAD_HEADER, new RevisionId("b"), new Origin("b.sql", 2), "The header is bad.", "Mend it.");

        assertThat(lines(refusal(GraphText.nodes("a", "b? -> c", "ghost? -> d"), List.of(badHeader))))
                .containsExactly(
                        "b.sql:2: The header is bad. Mend it.",
                        "d.sql:3: Revision \"d\" revises \"ghost\", but there is no such revision. Correct the name, or"
                                + " add the file of the missing revision.");
    }

    private static List<String> problems(String... graph) {
        return lines(refusal(graph));
    }

    private static List<String> lines(InvalidGraphException refusal) {
        return refusal.problems().stream().map(Problem::toLine).toList();
    }

    private static InvalidGraphException refusal(String... graph) {
        return refusal(GraphText.nodes(graph), List.of());
    }

    private static InvalidGraphException refusal(List<RevisionNode> nodes, List<Problem> foundBefore) {
        InvalidGraphException refusal =
                catchThrowableOfType(InvalidGraphException.class, () -> RevisionGraph.of(nodes, foundBefore));
        if (refusal == null) {
            throw new AssertionError("Nothing was refused.");
        }
        return refusal;
    }
}
