package dev.revgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Program;
import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios in which a database is not as it should be, with the packed program. */
@PostgresTest
class TroubleIT {

    @TempDir
    private Path folder;

    private TestDatabase database;
    private Program program;
    private Shell shell;
    private Revisions revisions;

    @BeforeEach
    void twoRevisionsAreApplied(TestDatabase database) {
        this.database = database;
        revisions = Revisions.in(folder).table("a", "base").table("b", "a");
        program = Program.in(folder).with(database);
        shell = Shell.in(folder).with(database);
        shell.run("upgrade").succeeds();
    }

    private void execute(String sql) {
        database.jdbc().sql(sql).update();
    }

    @Test
    void s11LeavesTheTablesOfAnotherVersionAlone() throws Exception {
        execute("COMMENT ON TABLE migration_revision IS 'revgraph layout 99'");
        revisions.table("c", "b");

        Ran newer = program.json("upgrade").exitsWith(1);
        assertThat(newer.errorCode()).isEqualTo("layout-too-new");
        assertThat(newer.json().at("/error/message").asString())
                .contains("layout 99")
                .contains("Nothing is read or changed.");
        execute("COMMENT ON TABLE migration_revision IS NULL");
        Ran lost = program.run("status").exitsWith(1);
        assertThat(lost.words()).contains("layout").doesNotContain("\tat ");

        execute("COMMENT ON TABLE migration_revision IS 'revgraph layout 1'");
        assertThat(shell.json("upgrade").succeeds().strings("steps", "revision"))
                .containsExactly("c");
    }

    @Test
    void s23NamesTheKeyThatStopsADowngrade() throws Exception {
        execute("CREATE TABLE sessions (b int CONSTRAINT sessions_b_fk REFERENCES t_b (id))");

        Ran stopped = program.run("downgrade", "base", "--yes").exitsWith(1);
        assertThat(stopped.words())
                .contains("SQLSTATE 2BP01", "sessions_b_fk", "nothing of it remains")
                .doesNotContain("\tat ");
        assertThat(shell.json("current").succeeds().strings("revisions", "revision"))
                .containsExactly("b");

        execute("ALTER TABLE sessions DROP CONSTRAINT sessions_b_fk");
        assertThat(program.json("downgrade", "base", "--yes").succeeds().strings("steps", "revision"))
                .containsExactly("b", "a");
    }

    @Test
    void s22SaysWhatTheDatabaseHasAndTheFilesLack() throws Exception {
        revisions.remove("b");

        Ran status = program.json("status").succeeds();
        assertThat(status.json().get("state").asString()).isEqualTo("AHEAD");
        assertThat(status.json().get("unknown").get(0).asString()).isEqualTo("b");
        assertThat(program.run("show", "b").succeeds().results()).contains(database.username());
        assertThat(program.json("downgrade", "a").succeeds().strings("current")).containsExactly("a");
    }
}
