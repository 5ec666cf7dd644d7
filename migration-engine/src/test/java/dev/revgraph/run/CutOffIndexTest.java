package dev.revgraph.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.State;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** S08: work on an index is cut off, by the death of the client or of the server process. */
class CutOffIndexTest extends CutOffRun {

    CutOffIndexTest(TestDatabase database) throws Exception {
        super(database);
    }

    @Test
    void anIndexLeftInvalidIsDroppedAndBuiltAgain() throws Exception {
        off(INDEX, "DROP INDEX i;");
        write("t");
        Future<RunReport> run = startAndHang("CREATE INDEX");
        terminate("CREATE INDEX");
        hasFailed(run);
        assertThat(indexes()).containsExactly("i invalid");
        assertThat(instance().status().state()).isEqualTo(State.PENDING);
        writer.rollback();

        instance().upgrade();

        assertThat(indexes()).containsExactly("i");
        assertThat(log()).containsExactly(1, 3);
        assertThat(history()).containsExactly("done");
    }

    @Test
    void anIndexThatTheServerFinishesAloneIsWaitedForAndKept() throws Exception {
        theServerWorksOnAlone();
        off(INDEX, "DROP INDEX i;");
        write("t");
        Future<RunReport> run = startAndHang("CREATE INDEX");
        connections.cutOff();
        hasFailed(run);
        Future<RunReport> next = executor.submit(() -> instance().upgrade());
        assertThatThrownBy(instance().with(s -> s.waitForLock(Duration.ofMillis(300)))::upgrade)
                .isInstanceOf(LockUnavailableException.class)
                .hasMessageContainingAll("it runs revision \"b\" outside a transaction", "pid ", "active since");
        String building = oidOfIndex();
        writer.commit();

        assertThat(next.get().current()).containsExactly("b");
        assertThat(oidOfIndex()).isEqualTo(building);
        assertThat(indexes()).containsExactly("i");
        assertThat(log()).containsExactly(1, 3);
        assertThat(history()).containsExactly("done");
    }

    private String oidOfIndex() {
        return database.jdbc()
                .sql("SELECT 'i'::regclass::oid::text")
                .query(String.class)
                .single();
    }

    @Test
    void aUniqueIndexThatFailsIsClearedAwayBeforeTheNextAttempt() throws Exception {
        off("CREATE UNIQUE INDEX CONCURRENTLY i ON t (n)", "DROP INDEX i;");
        database.jdbc().sql("INSERT INTO t VALUES (1), (1)").update();
        assertThatThrownBy(instance()::upgrade).isInstanceOf(StatementFailedException.class);
        assertThat(indexes()).containsExactly("i invalid");
        database.jdbc().sql("TRUNCATE t").update();

        instance().upgrade();

        assertThat(indexes()).containsExactly("i");
        assertThat(log()).containsExactly(1, 3);
    }

    @Test
    void anIndexThatSomebodyElseMadeIsNotTakenForOurs() {
        database.jdbc().sql("CREATE INDEX i ON t (n)").update();
        off(INDEX, "");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(instance()::upgrade)
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("already exists");
        }
    }

    @Test
    void aDowngradeThatDroppedItsIndexGoesOnBehindIt() throws Exception {
        theServerWorksOnAlone();
        off(INDEX, "INSERT INTO log VALUES (4); DROP INDEX CONCURRENTLY i; INSERT INTO log VALUES (5);");
        instance().upgrade();
        write("t");
        Future<RunReport> run = hang(
                "DROP INDEX",
                executor.submit(() -> Instance.on(connections, revisions).downgrade("a")));
        connections.cutOff();
        hasFailed(run);
        writer.commit();

        instance().downgrade("a");

        assertThat(indexes()).isEmpty();
        assertThat(log()).containsExactly(1, 3, 4, 5);
        assertThat(instance().status().current()).containsExactly("a");
    }

    @Test
    void aDowngradeWhoseIndexIsStillThereDropsIt() throws Exception {
        off(INDEX, "DROP INDEX CONCURRENTLY i; INSERT INTO log VALUES (5);");
        instance().upgrade();
        write("t");
        Future<RunReport> run = hang(
                "DROP INDEX",
                executor.submit(() -> Instance.on(connections, revisions).downgrade("a")));
        terminate("DROP INDEX");
        hasFailed(run);
        writer.commit();
        revisions.remove("b");

        instance().downgrade("a");

        assertThat(indexes()).isEmpty();
        assertThat(log()).containsExactly(1, 3, 5);
    }

    @Test
    void whatAReindexHasLeftIsClearedAway() throws Exception {
        database.jdbc().sql("CREATE INDEX i ON t (n)").update();
        off("REINDEX (VERBOSE) TABLE CONCURRENTLY t", "");
        write("t");
        Future<RunReport> run = startAndHang("REINDEX");
        terminate("REINDEX");
        hasFailed(run);
        assertThat(indexes()).containsExactly("i", "i_ccnew invalid");
        writer.rollback();

        instance().upgrade();

        assertThat(indexes()).containsExactly("i");
        assertThat(log()).containsExactly(1, 3);
    }

    @Test
    void theOneThatWaitsGoesOnWhenTheOtherOneDies() throws Exception {
        off("CREATE INDEX CONCURRENTLY i ON t (n)", "");
        write("t");
        Future<RunReport> run = startAndHang("CREATE INDEX");
        Future<RunReport> waiting = executor.submit(() -> instance().upgrade());
        terminate("CREATE INDEX");
        hasFailed(run);
        writer.rollback();

        assertThat(waiting.get(60, TimeUnit.SECONDS).current()).containsExactly("b");
        assertThat(indexes()).containsExactly("i");
        assertThat(log()).containsExactly(1, 3);
    }
}
