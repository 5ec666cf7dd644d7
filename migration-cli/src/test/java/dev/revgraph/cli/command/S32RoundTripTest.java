package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Is every downgrade right? */
@PostgresTest
class S32RoundTripTest {

    @TempDir
    private Path folder;

    private void revisionsThatAreNotUndone() {
        Revisions.in(folder)
                .table("a", "base")
                .add("b", "a", "ALTER TABLE t_a ADD b text; CREATE INDEX t_b ON t_a (b);", "DROP INDEX t_b;")
                .add("c", "a", "CREATE TYPE mood AS ENUM ('x');", "SELECT 1;")
                .file(
                        "d",
                        "-- Revision d",
                        "-- revises: a",
                        "-- +upgrade",
                        "CREATE SEQUENCE s;",
                        "-- +downgrade irreversible: because")
                .add("l", "d", "CREATE TYPE size AS ENUM ('s');", "DROP TYPE size;")
                .add("m", "l", "ALTER TYPE size ADD VALUE IF NOT EXISTS 'm';", "SELECT 1;")
                .add("e", "b, c, m", "CREATE VIEW v AS SELECT * FROM t_a;", "DROP VIEW v;")
                .add("x", "base", "CREATE TABLE tiers ();", "DROP TABLE tiers;")
                .add("20250602_add_tier_prices", "x", "ALTER TABLE tiers ADD price int;", "SELECT 1;");
    }

    @Test
    void triesEveryRevisionUpDownAndUp(TestDatabase database) {
        revisionsThatAreNotUndone();
        Shell shell = Shell.in(folder);
        String url = database.urlWithCredentials();
        Ran found = shell.json("validate", "--offline", "--round-trip", "--shadow-url", url)
                .exitsWith(3);
        assertThat(found.strings("findings", "message"))
                .anyMatch(text ->
                        text.contains("Revision \"b\" is not undone by its downgrade. The column public.t_a.b is"
                                + " extra: it is in the database and not in the schema before it."))
                .anyMatch(text ->
                        text.contains("Revision \"b\" does not go up, down and up again. Applying it again fails."))
                .anyMatch(text ->
                        text.contains("Revision \"c\" is not undone by its downgrade. The enum public.mood is extra"));
        assertThat(found.strings("findings", "message"))
                .anyMatch(
                        text -> text.contains("Revision \"m\" does what PostgreSQL cannot undo. The enum public.size"));
        assertThat(found.strings("findings", "message"))
                .filteredOn(text -> text.contains("\"20250602_add_tier_prices\" is not undone"))
                .singleElement()
                .satisfies(text -> assertThat(Files.readString(Path.of("../docs/autogenerate.md")))
                        .contains(text));
        assertThat(found.strings("findings", "severity")).contains("error", "warning");
        assertThat(found.strings("findings", "code")).contains("round-trip");
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void triesThemOnAServerThatIsThereForTheCommandAlone() {
        Revisions.in(folder).table("users", "base").table("logins", "users");

        Shell.in(folder)
                .run("validate", "--offline", "--round-trip", "--shadow-url", "embedded")
                .succeeds();
    }
}
