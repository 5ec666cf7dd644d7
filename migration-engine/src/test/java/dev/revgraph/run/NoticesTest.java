package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import dev.revgraph.run.MigrationEvent.NoticeReceived;
import dev.revgraph.run.MigrationEvent.NoticesLeftOut;
import dev.revgraph.run.MigrationEvent.RevisionFailed;
import dev.revgraph.run.MigrationEvent.RevisionFinished;
import dev.revgraph.run.MigrationEvent.RevisionStarted;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says beside its answers. */
@PostgresTest
class NoticesTest {

    private static final String TALKATIVE = """
            CREATE TABLE t (id int, name text);
            CREATE FUNCTION talk() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE NOTICE '% row %', tg_when, new.id; RETURN new; END $$;
            """;

    private final TestDatabase database;
    private final List<MigrationEvent> events = new CopyOnWriteArrayList<>();
    private Revisions revisions;

    NoticesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary);
    }

    private Instance instance() {
        return Instance.on(database, revisions).listening(event -> {
            if (!(event instanceof MigrationEvent.StatementProgress)) {
                events.add(event);
            }
        });
    }

    private List<NoticeReceived> heard() {
        return events.stream()
                .filter(NoticeReceived.class::isInstance)
                .map(NoticeReceived.class::cast)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void areToldBetweenTheBeginningAndTheEndOfTheirRevision(String transaction) {
        revisions
                .table("a", "base")
                .file(
                        "b",
                        "-- B",
                        "-- revises: a",
                        "-- transaction: " + transaction,
                        "-- +upgrade",
                        "DO $$ BEGIN RAISE NOTICE 'one'; RAISE WARNING 'two %', 2; END $$;",
                        "CREATE TABLE IF NOT EXISTS t_a (id int);",
                        "-- +downgrade",
                        "DO $$ BEGIN RAISE NOTICE 'back'; END $$;");

        instance().upgrade();

        assertThat(heard())
                .extracting(
                        NoticeReceived::revision,
                        NoticeReceived::severity,
                        NoticeReceived::sqlState,
                        NoticeReceived::isWarning,
                        NoticeReceived::message)
                .containsExactly(
                        tuple("b", "NOTICE", "00000", false, "one"),
                        tuple("b", "WARNING", "01000", true, "two 2"),
                        tuple("b", "NOTICE", "42P07", false, "relation \"t_a\" already exists, skipping"));
        assertThat(events.subList(3, 8))
                .extracting(event -> (Object) event.getClass())
                .containsExactly(
                        RevisionStarted.class,
                        NoticeReceived.class,
                        NoticeReceived.class,
                        NoticeReceived.class,
                        RevisionFinished.class);
        events.clear();
        instance().downgrade("a");
        assertThat(heard()).extracting(NoticeReceived::message).containsExactly("back");
    }

    @Test
    void areHeardFromTriggersDuringCopy() {
        revisions.add("a", "base", TALKATIVE + """
                        CREATE TRIGGER early BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION talk();
                        CREATE TRIGGER late AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION talk();
                        COPY t FROM stdin;
                        1\tone
                        2\ttwo
                        \\.
                        """, "");

        instance().upgrade();

        assertThat(heard())
                .extracting(NoticeReceived::message)
                .containsExactly("BEFORE row 1", "BEFORE row 2", "AFTER row 1", "AFTER row 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void areHeardFromWhatIsDeferredToTheCommit(String transaction) {
        revisions.file(
                "a",
                "-- A",
                "-- revises: base",
                "-- transaction: " + transaction,
                "-- +upgrade",
                TALKATIVE,
                "CREATE CONSTRAINT TRIGGER last AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED"
                        + " FOR EACH ROW EXECUTE FUNCTION talk();",
                "INSERT INTO t VALUES (7, 'seven');",
                "-- +downgrade");

        instance().upgrade();

        assertThat(heard()).extracting(NoticeReceived::message).containsExactly("AFTER row 7");
    }

    @Test
    void areNotLostWithAFailure() {
        revisions.add("a", "base", "DO $$ BEGIN RAISE NOTICE 'row 5'; PERFORM 1 / 0; END $$;", "");

        assertThatThrownBy(instance()::upgrade).isInstanceOf(StatementFailedException.class);

        assertThat(heard()).extracting(NoticeReceived::message).containsExactly("row 5");
        assertThat(events).filteredOn(RevisionFailed.class::isInstance).hasSize(1);
    }

    @Test
    void areCountedBeyondTheFirstHundredAndDoNotDrownWarnings() {
        revisions.add("a", "base", """
                DO $$ BEGIN
                    FOR i IN 1 .. 20000 LOOP RAISE NOTICE 'row %', i; END LOOP;
                    RAISE WARNING 'after all';
                END $$;
                """, "").table("b", "a");

        instance().upgrade();

        assertThat(heard()).hasSize(101);
        assertThat(heard().get(99).message()).isEqualTo("row 100");
        assertThat(heard().get(100).message()).isEqualTo("after all");
        assertThat(events)
                .filteredOn(NoticesLeftOut.class::isInstance)
                .containsExactly(new NoticesLeftOut("default", "a", 19_900));
        assertThat(events.indexOf(new NoticesLeftOut("default", "a", 19_900)))
                .isLessThan(events.indexOf(events.stream()
                        .filter(RevisionFinished.class::isInstance)
                        .findFirst()
                        .orElseThrow()));
    }

    @Test
    void areHeardWhileTheStatementIsAtWork() throws Exception {
        revisions.file(
                "a",
                "-- A",
                "-- revises: base",
                "-- lock-timeout: 10min",
                "-- +upgrade",
                "DO $$ BEGIN RAISE NOTICE 'waiting'; PERFORM pg_advisory_xact_lock(4711); END $$;",
                "-- +downgrade");
        try (Connection other = database.dataSource().getConnection();
                Statement lock = other.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(4711)");

            // It would wait for ever if the notice came with the end of the statement.
            instance()
                    .listening(event -> {
                        if (event instanceof NoticeReceived) {
                            unlock(lock);
                        }
                    })
                    .upgrade();
        }
        assertThat(heard()).extracting(NoticeReceived::message).containsExactly("waiting");
    }

    private static void unlock(Statement lock) {
        try {
            lock.execute("SELECT pg_advisory_unlock(4711)");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void holdNothingThatATerminalObeys() {
        revisions.add(
                "a", "base", "DO $$ BEGIN RAISE NOTICE '%', 'a' || chr(27) || '[2J' || repeat('x', 5000); END $$;", "");

        instance().upgrade();

        assertThat(heard())
                .singleElement()
                .satisfies(notice -> assertThat(notice.message())
                        .startsWith("a\\u001b[2Jxxx")
                        .endsWith("x…")
                        .hasSizeLessThan(2100));
    }

    @Test
    void areHeardFromJavaRevisions() {
        Instance.on(database, revisions)
                .code(new Talking())
                .listening(events::add)
                .upgrade();

        assertThat(heard())
                .extracting(NoticeReceived::revision, NoticeReceived::message)
                .containsExactly(tuple("talking", "from Java"));
    }

    @Revision(id = "talking", revises = "base")
    static final class Talking implements JavaRevision {

        @Override
        public void upgrade(RevisionContext context) {
            context.jdbc().sql("DO $$ BEGIN RAISE NOTICE 'from Java'; END $$").update();
        }
    }
}
