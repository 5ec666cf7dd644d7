package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dropping or altering something that others reference. */
@PostgresTest
class S13DependentsTest {

    private final Patient patient;

    S13DependentsTest(TestDatabase database, @TempDir Path folder) {
        this.patient = Patient.with(database, folder, """
                CREATE TABLE users (id int PRIMARY KEY, name varchar(20));
                CREATE TABLE logins (user_id int CONSTRAINT logins_user_fk REFERENCES users);
                CREATE VIEW names AS SELECT id, name FROM users;
                CREATE VIEW "Short Names" AS SELECT left(name, 1) AS letter FROM names;
                """);
    }

    @Test
    void listsTheDependentsInTheOrderInWhichTheyGo() {
        Diagnosis diagnosis = patient.fails("DROP TABLE users;");
        assertThat(diagnosis.finding())
                .isEqualTo(
                        "3 objects depend on the table users: view \"Short Names\", constraint logins_user_fk on logins,"
                                + " view names.");
        List<String> all = new ArrayList<>(diagnosis.waysOut().get(0).sql());
        all.add("DROP TABLE users");
        patient.rewrites(all.toArray(String[]::new));
    }

    @Test
    void makesAgainWhatHungOnAKey() {
        Diagnosis diagnosis = patient.fails("ALTER TABLE users DROP CONSTRAINT users_pkey;");
        assertThat(diagnosis.finding())
                .isEqualTo(
                        "1 object depends on the constraint \"users_pkey\" on users: constraint logins_user_fk on logins.");
        List<String> all = new ArrayList<>(diagnosis.waysOut().get(0).sql());
        all.add("ALTER TABLE users DROP CONSTRAINT users_pkey");
        all.add("ALTER TABLE users ADD PRIMARY KEY (id)");
        all.addAll(diagnosis.waysOut().get(1).sql());
        patient.rewrites(all.toArray(String[]::new));
        assertThat(patient.list("SELECT conname FROM pg_constraint WHERE contype = 'f'"))
                .containsExactly("logins_user_fk");
    }

    @Test
    void changesTheTypeOfAColumnBelowViews() {
        Diagnosis diagnosis = patient.fails("ALTER TABLE users ALTER COLUMN name TYPE varchar(40);");
        assertThat(diagnosis.finding())
                .isEqualTo("2 objects depend on the column \"name\" of users: view \"Short Names\", view names.");
        patient.rewrites(diagnosis.waysOut().get(0).sql().toArray(String[]::new));
        assertThat(patient.list("SELECT viewname FROM pg_views WHERE schemaname = 'public' ORDER BY 1"))
                .containsExactly("Short Names", "names");
    }

    @Test
    void dropsAColumnThatAViewShows() {
        Diagnosis diagnosis = patient.fails("ALTER TABLE users DROP COLUMN name;");
        List<String> all = new ArrayList<>(diagnosis.waysOut().get(0).sql());
        all.add("ALTER TABLE users DROP COLUMN name");
        patient.rewrites(all.toArray(String[]::new));
    }

    @Test
    void findsTheOneThatOthersDependOnAmongSeveral() {
        patient.sql("ALTER TABLE users ADD age int").sql("CREATE TABLE spare (id int)");
        assertThat(patient.fails("ALTER TABLE users ALTER age DROP DEFAULT, DROP COLUMN age, DROP COLUMN name;")
                        .finding())
                .startsWith("2 objects depend on the column \"name\" of users: ");
        assertThat(patient.fails("DROP TABLE spare, users;").finding())
                .startsWith("3 objects depend on the table users: ");
    }

    @Test
    void sendsWhoeverDropsTheIndexOfAKeyToTheKey() {
        patient.sql("ALTER TABLE logins ADD CONSTRAINT \"One each\" UNIQUE (user_id)");
        Diagnosis diagnosis = patient.fails("DROP INDEX \"One each\";");
        assertThat(diagnosis.finding()).contains("is that of the constraint \"One each\" on logins");
        patient.rewrites(diagnosis.waysOut().get(0).sql().get(0));
    }

    @Test
    void makesAViewAgainWithItsOptionsAndIndexes() {
        patient.sql("CREATE VIEW guarded WITH (security_barrier=true) AS SELECT name FROM users")
                .sql("CREATE MATERIALIZED VIEW kept AS SELECT name FROM users")
                .sql("CREATE INDEX kept_name ON kept (name)");
        Diagnosis diagnosis = patient.fails("ALTER TABLE users ALTER COLUMN name TYPE text;");
        patient.rewrites(diagnosis.waysOut().get(0).sql().toArray(String[]::new));
        assertThat(patient.list("SELECT reloptions::text FROM pg_class WHERE relname = 'guarded'"))
                .containsExactly("{security_barrier=true}");
        assertThat(patient.list("SELECT indexname FROM pg_indexes WHERE tablename = 'kept'"))
                .containsExactly("kept_name");
    }

    @Test
    void listsWhatDependsOnAType() {
        patient.sql("CREATE TYPE mood AS ENUM ('sad')")
                .sql("ALTER TABLE users ADD moods mood[], ADD now mood DEFAULT 'sad'");
        Diagnosis diagnosis = patient.fails("DROP TYPE mood;");
        assertThat(diagnosis.finding())
                .startsWith("3 objects depend on the type mood: ")
                .contains("column moods of table users", "column now of table users");
        List<String> all = new ArrayList<>(diagnosis.waysOut().get(0).sql());
        assertThat(diagnosis.waysOut().get(0).description()).contains("column moods of table users");
        all.add("ALTER TABLE users DROP COLUMN moods, DROP COLUMN now");
        all.add("DROP TYPE mood");
        patient.rewrites(all.toArray(String[]::new));
    }

    @Test
    void listsWhatDependsOnAFunction() {
        patient.sql("CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'")
                .sql("CREATE TRIGGER \"On \"\"it\"\"\" BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch()");
        Diagnosis diagnosis = patient.fails("DROP FUNCTION touch();");
        List<String> all = new ArrayList<>(diagnosis.waysOut().get(0).sql());
        all.add("DROP FUNCTION touch()");
        assertThat(all).containsExactly("DROP TRIGGER \"On \"\"it\"\"\" ON users", "DROP FUNCTION touch()");
        patient.rewrites(all.toArray(String[]::new));
    }
}
