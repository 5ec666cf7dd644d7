package dev.revgraph.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Revisions run once for all classes. On a server that stays, as a role that may create databases and nothing else. */
@PostgresTest
class TemplatesTest {

    private static final List<String> MARKS = new ArrayList<>();
    private static final List<String> NAMES = new ArrayList<>();

    @BeforeEach
    void forget(TestDatabase server) {
        MARKS.clear();
        NAMES.clear();
        CountingRevision.RUNS.set(0);
        server.mayCreateDatabases(true);
    }

    @Test
    void runsTheRevisionsForTheFirstClassAlone(TestDatabase server) {
        Cases.runOn(server, First.class, Second.class).testEvents().assertStatistics(stats -> stats.succeeded(2));

        assertThat(MARKS).hasSize(2);
        assertThat(MARKS.get(1)).as("what the revision has left").isEqualTo(MARKS.get(0));
        assertThat(NAMES).doesNotHaveDuplicates();
    }

    @Test
    void dropsTheDatabasesAndKeepsTheTemplateForTheNextRun(TestDatabase server) {
        Cases.runOn(server, First.class);
        assertThat(server.ownedDatabases())
                .hasSize(2)
                .contains(server.name())
                .anyMatch(name -> name.startsWith("revgraph_template_"));

        Cases.runOn(server, Second.class);
        assertThat(server.ownedDatabases()).hasSize(2);
        assertThat(MARKS.get(1)).isEqualTo(MARKS.get(0));
    }

    @Test
    void makesAnotherTemplateForAnotherPlaceholder(TestDatabase server) {
        Cases.runOn(server, First.class, Changed.class).testEvents().assertStatistics(stats -> stats.succeeded(2));

        assertThat(MARKS).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void runsJavaRevisionsOnceToo(TestDatabase server) {
        Cases.runOn(server, InJava.class, InJavaAgain.class).testEvents().assertStatistics(stats -> stats.succeeded(2));

        assertThat(CountingRevision.RUNS).hasValue(1);
        assertThat(server.ownedDatabases()).noneMatch(name -> name.startsWith("revgraph_template_"));
    }

    abstract static class Marked {

        @Test
        void remembersTheMark(MigrationDatabase database) {
            MARKS.add(database.query("SELECT mark::text FROM runs").get(0).get("mark") + "");
            NAMES.add(database.query("SELECT current_database()::text AS name")
                            .get(0)
                            .get("name") + "");
        }
    }

    @MigrationTest(locations = "classpath:cases/counted")
    static class First extends Marked {}

    @MigrationTest(locations = "classpath:cases/counted")
    static class Second extends Marked {}

    @MigrationTest(locations = "classpath:cases/counted", placeholders = "colour=green")
    static class Changed extends Marked {}

    @MigrationTest(locations = "classpath:cases/counted", javaRevisions = CountingRevision.class)
    static class InJava extends Marked {}

    @MigrationTest(locations = "classpath:cases/counted", javaRevisions = CountingRevision.class)
    static class InJavaAgain extends Marked {}

    @Revision(id = "count_in_java", revises = "count_runs")
    static final class CountingRevision implements JavaRevision {

        private static final AtomicInteger RUNS = new AtomicInteger();

        @Override
        public void upgrade(RevisionContext context) {
            RUNS.incrementAndGet();
        }

        @Override
        public void downgrade(RevisionContext context) {}
    }
}
