package dev.revgraph.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.Traversal;
import dev.revgraph.plan.Move;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the guide about branches says of targets and moves, on the revisions that it shows. */
@PostgresTest
class BranchesPageTest {

    private static final Set<String> CODES =
            Arrays.stream(ErrorCode.values()).map(ErrorCode::text).collect(Collectors.toSet());

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private final Page page = Page.read("docs/branches-and-merges.md");
    private RevisionGraph graph = RevisionGraph.empty();

    @BeforeEach
    void readTheGraphWithoutItsMerge(TestDatabase database, @TempDir Path folder) {
        graph = graphOf(database, folder, "-- Merge");
    }

    private RevisionGraph graphOf(TestDatabase database, Path folder, String leftOut) {
        GuideRevisions revisions = new GuideRevisions(page, folder);
        revisions.write(text -> !text.startsWith(leftOut));
        return revisions.engine(database).revisions().graph();
    }

    @TestFactory
    List<DynamicTest> movesDoWhatTheTableSays() {
        return page.table("What an upgrade and a downgrade do").stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.toString(),
                        () -> assertThat(run(
                                        quoted(row.get(0)), quoted(row.get(1)).get(0)))
                                .isEqualTo(quoted(row.get(2)))))
                .toList();
    }

    @Test
    void refusesTwoHeadsAsShown(TestDatabase database, @TempDir Path folder) {
        GuideRevisions revisions = new GuideRevisions(page, folder.resolve("heads"));
        revisions.write(text -> !text.startsWith("-- Merge") && !text.startsWith("-- Add overage"));

        Shown.in(
                page.blocks("Two pull requests, two heads").stream()
                        .filter(block -> block.is("text"))
                        .findFirst()
                        .orElseThrow(),
                refusal(revisions.engine(database)));
    }

    @Test
    void refusesARevisionThatAppearsBelowAsShown(TestDatabase database, @TempDir Path folder) {
        GuideRevisions revisions = new GuideRevisions(page, folder.resolve("late"));
        revisions.write(text -> text.startsWith("-- Create users") || text.startsWith("-- Add usage"));
        revisions.engine(database).run(Move.upgrade("head"));
        revisions.write(text -> text.startsWith("-- Add billing"));
        revisions.replace("add_usage", "-- revises: create_users", "-- revises: add_billing");

        Shown.in(page.blocks("Out of order").get(0), refusal(revisions.engine(database)));
    }

    private static String refusal(MigrationEngine engine) {
        return catchThrowableOfType(MigrationException.class, () -> engine.run(Move.upgrade("head")))
                .getMessage();
    }

    /** With one head, and a database below it on one branch, every one of them means something. */
    @TestFactory
    List<DynamicTest> everyFormOfTargetIsUnderstood(TestDatabase database, @TempDir Path folder) {
        graph = graphOf(database, folder.resolve("merged"), "-- Add overage");
        return page.table("Targets").stream()
                .map(row -> quoted(row.get(2)).get(0))
                .map(target -> DynamicTest.dynamicTest(target, () -> {
                    List<String> applied = List.of("add_usage");
                    assertThat(List.of(run(applied, "upgrade " + target), run(applied, "downgrade " + target)))
                            .anySatisfy(result -> assertThat(result).noneMatch(CODES::contains));
                }))
                .toList();
    }

    /** The revisions in their order, or the code of the refusal. */
    private List<String> run(List<String> applied, String command) {
        String[] words = command.split(" ", 2);
        Traversal traversal = traversal(applied);
        try {
            List<RevisionId> steps =
                    words[0].equals("upgrade") ? traversal.upgrade(words[1]) : traversal.downgrade(words[1]);
            return steps.stream().map(RevisionId::value).toList();
        } catch (MigrationException refused) {
            return List.of(refused.code().text());
        }
    }

    private Traversal traversal(List<String> heads) {
        Set<RevisionId> applied = graph.closure(
                heads.stream().map(RevisionId::new).filter(graph::contains).collect(Collectors.toSet()));
        return new Traversal(graph, applied);
    }

    private static List<String> quoted(String cell) {
        return Arrays.asList(
                QUOTED.matcher(cell).results().map(found -> found.group(1)).toArray(String[]::new));
    }
}
