package dev.revgraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.revgraph.ErrorCode;
import dev.revgraph.fixture.Instance;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are not as this version makes them. */
@PostgresTest
class LayoutTest {

    private final TestDatabase database;
    private Revisions revisions;

    LayoutTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void folder(@TempDir Path temporary) {
        revisions = Revisions.in(temporary).table("a", "base");
    }

    private Instance instance() {
        return Instance.on(database, revisions);
    }

    private void sql(String statement) {
        database.jdbc().sql(statement).update();
    }

    private void assertRefused(ErrorCode code, String message, String action) {
        ThrowingCallable[] calls = {
            () -> instance().upgrade(),
            () -> instance().downgrade("base"),
            () -> instance().stamp("a"),
            () -> instance().status(),
            () -> instance().history()
        };
        for (ThrowingCallable call : calls) {
            assertThatThrownBy(call).isInstanceOfSatisfying(LayoutException.class, refused -> {
                assertThat(refused.code()).isEqualTo(code);
                assertThat(refused.getMessage()).contains(message).contains("Nothing is read or changed");
                assertThat(refused.action()).contains(action);
            });
        }
    }

    @Test
    void ofANewerVersionStopEverything() {
        instance().upgrade();
        sql("COMMENT ON TABLE migration_revision IS 'revgraph layout 2'");

        assertRefused(ErrorCode.LAYOUT_TOO_NEW, "have layout 2", "the newer application");
    }

    @Test
    void thatLostTheirCommentSayHowToPutItBack() {
        instance().upgrade();
        sql("COMMENT ON TABLE migration_revision IS NULL");

        assertRefused(
                ErrorCode.LAYOUT_UNKNOWN,
                "does not say which layout it has",
                "COMMENT ON TABLE \"public\".migration_revision IS 'revgraph layout 1'");

        sql("COMMENT ON TABLE \"public\".migration_revision IS 'revgraph layout 1'");
        assertThat(instance().status().current()).containsExactly("a");
    }

    @Test
    void ofSomebodyElseAreLeftAlone() {
        sql("CREATE TABLE migration_revision (version text)");

        assertRefused(ErrorCode.LAYOUT_UNKNOWN, "has a table \"migration_revision\"", "`migration.schema`");
        assertThat(instance().with(s -> s.schema("ops")).upgrade().current()).containsExactly("a");
    }

    @Test
    void ofWhichTheHistoryIsSomebodyElsesAreNotTouched() {
        sql("CREATE TABLE migration_history (version text)");

        assertRefused(
                ErrorCode.LAYOUT_UNKNOWN,
                "has a table \"migration_history\", but no \"migration_revision\"",
                "`migration.schema`");
        assertThat(instance().with(s -> s.schema("ops")).upgrade().current()).containsExactly("a");
    }

    @Test
    void ofWhichTheHistoryIsLostAreNamed() {
        instance().upgrade();
        sql("DROP TABLE migration_history");

        assertRefused(
                ErrorCode.LAYOUT_UNKNOWN,
                "has a table \"migration_revision\", but no \"migration_history\"",
                "from a backup");
    }
}
