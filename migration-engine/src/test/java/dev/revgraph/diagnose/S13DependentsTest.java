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

    @Test
    void makesPoliciesAgain() {
        patient.sql("CREATE POLICY own ON users USING (name = current_user)")
                .sql("CREATE POLICY \"Not \"\"all\"\"\" ON users AS RESTRICTIVE FOR UPDATE TO current_user, pg_monitor"
                        + " USING (name <> 'a') WITH CHECK (name <> 'b')")
                .sql("CREATE POLICY fresh ON users FOR INSERT WITH CHECK (length(name) > 1)");
        List<String> before = policies();
        Diagnosis diagnosis = patient.fails("ALTER TABLE users ALTER COLUMN name TYPE varchar(40);");
        assertThat(diagnosis.finding()).startsWith("5 objects depend on the column \"name\" of users: ");
        patient.rewrites(diagnosis.waysOut().get(0).sql().toArray(String[]::new));
        assertThat(policies()).hasSize(3).isEqualTo(before);
    }

    private List<String> policies() {
        return patient.list("SELECT p::text FROM pg_policies p WHERE tablename = 'users' ORDER BY policyname");
    }

    @Test
    void tellsARuleFromAView() {
        patient.sql("CREATE TABLE log (user_id int)")
                .sql("CREATE RULE \"Noted\" AS ON INSERT TO users DO ALSO INSERT INTO log VALUES (new.id)");
        Diagnosis diagnosis = patient.fails("DROP TABLE log;");
        assertThat(diagnosis.finding()).isEqualTo("1 object depends on the table log: rule Noted on table users.");
        List<String> all = new ArrayList<>(diagnosis.waysOut().get(0).sql());
        assertThat(all).containsExactly("DROP RULE \"Noted\" ON users");
        all.add("DROP TABLE log");
        all.add("CREATE TABLE log (user_id int)");
        all.addAll(diagnosis.waysOut().get(1).sql());
        patient.rewrites(all.toArray(String[]::new));
        assertThat(patient.list("SELECT rulename FROM pg_rules WHERE tablename = 'users'"))
                .containsExactly("Noted");
    }

    @Test
    void dropsARuleBeforeTheViewThatItIsOn() {
        patient.sql(
                "CREATE RULE kept AS ON INSERT TO \"Short Names\" DO INSTEAD INSERT INTO users VALUES (1, new.letter)");
        Diagnosis diagnosis = patient.fails("ALTER TABLE users ALTER COLUMN name TYPE varchar(40);");
        patient.rewrites(diagnosis.waysOut().get(0).sql().toArray(String[]::new));
        assertThat(patient.list("SELECT rulename FROM pg_rules WHERE tablename = 'Short Names'"))
                .containsExactly("kept");
    }

    @Test
    void passesOverWhatGoesWithTheTable() {
        patient.sql("ALTER TABLE users ADD letter text GENERATED ALWAYS AS (left(name, 1)) STORED")
                .sql("CREATE POLICY own ON users USING (name = current_user)")
                .sql("CREATE RULE twice AS ON DELETE TO users WHERE old.name = 'root' DO INSTEAD NOTHING")
                .sql("CREATE TRIGGER idle BEFORE UPDATE OF name ON users FOR EACH ROW WHEN (old.name = new.name)"
                        + " EXECUTE FUNCTION suppress_redundant_updates_trigger()");
        Diagnosis diagnosis = patient.fails("DROP TABLE users;");
        assertThat(diagnosis.finding())
                .isEqualTo(
                        "3 objects depend on the table users: view \"Short Names\", constraint logins_user_fk on logins,"
                                + " view names.");
    }

    @Test
    void namesWhatPartitionsHaveOfTheirParentOnce() {
        patient.sql("CREATE TABLE parts (id int CONSTRAINT parts_fk REFERENCES users) PARTITION BY RANGE (id)")
                .sql("CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (9)")
                .sql("CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'")
                .sql("CREATE TRIGGER touched AFTER UPDATE ON parts FOR EACH ROW EXECUTE FUNCTION touch()");
        assertThat(patient.fails("DROP FUNCTION touch();").waysOut().get(0).sql())
                .containsExactly("DROP TRIGGER touched ON parts");
        Diagnosis diagnosis = patient.fails("DROP TABLE users;");
        assertThat(diagnosis.finding())
                .startsWith("4 objects depend on the table users: ")
                .contains("constraint parts_fk on parts,");
        List<String> all = new ArrayList<>(diagnosis.waysOut().get(0).sql());
        all.add("DROP TABLE users");
        patient.rewrites(all.toArray(String[]::new));
    }

    @Test
    void sendsWhoeverDropsAPartitionToTheKeyOnItsParent() {
        patient.sql("CREATE TABLE places (id int PRIMARY KEY) PARTITION BY RANGE (id)")
                .sql("CREATE TABLE places_1 PARTITION OF places FOR VALUES FROM (0) TO (9)")
                .sql("CREATE TABLE visits (place int CONSTRAINT visits_fk REFERENCES places)");
        Diagnosis diagnosis = patient.fails("DROP TABLE places_1;");
        assertThat(diagnosis.finding())
                .isEqualTo("1 object depends on the table places_1: constraint visits_fk on visits.");
        List<String> all = new ArrayList<>(diagnosis.waysOut().get(0).sql());
        all.add("DROP TABLE places_1");
        all.addAll(diagnosis.waysOut().get(1).sql());
        patient.rewrites(all.toArray(String[]::new));
    }
}
