package dev.revgraph.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;
import dev.revgraph.run.StatementFailedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements that Java revisions send, and failures that come as late as the commit. */
@PostgresTest
class CommitAndCodeTest {

    private static final String KEY = "FOREIGN KEY (user_id) REFERENCES users (id)";

    private final Patient patient;

    CommitAndCodeTest(TestDatabase database, @TempDir Path folder) {
        this.patient = Patient.with(database, folder, """
                CREATE TABLE users (id int PRIMARY KEY, email text);
                CREATE TABLE logins (user_id int);
                INSERT INTO users VALUES (1, 'a'), (2, 'a');
                INSERT INTO logins VALUES (1), (7), (7);
                """);
    }

    @Revision(id = "b", revises = "a")
    private static class Does implements JavaRevision {

        private final String sql;

        Does(String sql) {
            this.sql = sql;
        }

        @Override
        public void upgrade(RevisionContext context) {
            context.jdbc()
                    .sql("SELECT count(*) FROM users")
                    .query(Integer.class)
                    .single();
            context.jdbc().sql(sql).update();
        }
    }

    @Test
    void showsTheStatementOfAJavaRevision() {
        StatementFailedException failure = patient.code(new Does("""
                        ALTER TABLE logins
                          ADD CONSTRAINT logins_user_fk FOREIGN KEY (user_id) REFERENCES users (id)""")).failure();
        assertThat(failure.details())
                .startsWith("1 | ALTER TABLE logins\n2 |   ADD CONSTRAINT logins_user_fk FOREIGN KEY")
                .contains("Diagnosis: 2 rows of logins have a (user_id) that does not exist in users (id)");
        patient.types(failure.diagnosis().orElseThrow().waysOut().get(0));
    }

    @Test
    void pointsAtThePlaceInIt() {
        StatementFailedException failure =
                patient.code(new Does("UPDATE users SET emial = 'b'")).failure();
        assertThat(failure.details())
                .contains("1 | UPDATE users SET emial = 'b'\n  |                  ^\n", "There is a \"email\".");
    }

    @Revision(id = "b", revises = "a")
    static final class Wraps implements JavaRevision {
        @Override
        public void upgrade(RevisionContext context) {
            try {
                context.jdbc()
                        .sql("INSERT INTO users (id, email) VALUES (:id, :email)")
                        .param("id", 1)
                        .param("email", "secret")
                        .update();
            } catch (RuntimeException failure) {
                throw new IllegalStateException("Cannot fill the table.", failure);
            }
        }
    }

    @Test
    void findsTheStatementBelowWhatTheCodeThrows() {
        StatementFailedException failure = patient.code(new Wraps()).failure();
        assertThat(failure.details())
                .contains(
                        "INSERT INTO users (id, email) VALUES (?, ?)",
                        "The key \"users_pkey\" of users says PRIMARY KEY")
                .doesNotContain("secret");
    }

    @Revision(id = "b", revises = "a", transaction = false)
    static final class Pages implements JavaRevision {
        @Override
        public void upgrade(RevisionContext context) {
            context.batches("all")
                    .over("users", "id")
                    .run("UPDATE users SET emial = 'x' WHERE id BETWEEN :first AND :last");
        }
    }

    @Test
    void explainsAPageOfABatch() {
        assertThat(patient.code(new Pages()).fails().finding()).contains("users has no column \"emial\"");
    }

    @Test
    void tellsJavaHowItSaysWhatAHeaderSays() {
        assertThat(patient.code(new Does("VACUUM users"))
                        .fails()
                        .waysOut()
                        .get(0)
                        .description())
                .contains("write `transaction = false` into the @Revision of \"b\"");
    }

    @Test
    void explainsADeferredKeyThatSpeaksUpAtTheCommit() {
        patient.sql("DELETE FROM logins WHERE user_id = 7")
                .sql("ALTER TABLE logins ADD CONSTRAINT k " + KEY + " DEFERRABLE INITIALLY DEFERRED");
        Diagnosis diagnosis = patient.fails("INSERT INTO logins VALUES (9); SELECT 1;");
        assertThat(diagnosis.finding())
                .startsWith("The key \"k\" of logins says " + KEY + " DEFERRABLE INITIALLY DEFERRED, and the revision"
                        + " leaves rows that break it");
        Diagnosis atOnce = patient.fails(diagnosis.waysOut().get(1).sql().get(0) + "; INSERT INTO logins VALUES (9);");
        assertThat(atOnce.finding()).contains("the statement writes a row that refers to nothing in users");
        assertThat(patient.fails("DELETE FROM users WHERE id = 1;").finding()).startsWith("The key \"k\"");
        assertThat(patient.code(new Does("INSERT INTO logins VALUES (9)"))
                        .withoutFile()
                        .fails()
                        .finding())
                .startsWith("The key \"k\"");
    }

    @Test
    void explainsADeferredKeyThatTheRevisionMadeItself() {
        patient.sql("DELETE FROM logins WHERE user_id = 7");
        Diagnosis diagnosis = patient.fails("ALTER TABLE logins ADD CONSTRAINT k " + KEY
                + " DEFERRABLE INITIALLY DEFERRED; INSERT INTO logins VALUES (9);");
        assertThat(diagnosis.finding()).startsWith("The key \"k\" of logins says " + KEY);
    }

    @Test
    void explainsAUniqueKeyThatSpeaksUpAtTheCommit() {
        patient.sql("UPDATE users SET email = 'b' WHERE id = 2")
                .sql("ALTER TABLE users ADD CONSTRAINT mail UNIQUE (email) DEFERRABLE INITIALLY DEFERRED");
        Diagnosis diagnosis = patient.fails("UPDATE users SET email = 'a';");
        assertThat(diagnosis.finding())
                .isEqualTo(
                        "The key \"mail\" of users says UNIQUE (email) DEFERRABLE INITIALLY DEFERRED, and the revision"
                                + " writes a value that is there already.");
        assertThat(diagnosis.waysOut().get(0).sql()).containsExactly("SET CONSTRAINTS ALL IMMEDIATE");
    }

    @Test
    void explainsTheCommitOfAStatementWithoutATransaction() {
        patient.sql("DELETE FROM logins WHERE user_id = 7")
                .sql("ALTER TABLE logins ADD CONSTRAINT k " + KEY + " DEFERRABLE INITIALLY DEFERRED");
        StatementFailedException failure =
                patient.failure("-- transaction: off", "SELECT 1; INSERT INTO logins VALUES (9);");
        assertThat(failure.statement().number()).isEqualTo(2);
        assertThat(failure.details())
                .contains(
                        "INSERT INTO logins VALUES (9)", "the statement writes a row that refers to nothing in users");
    }
}
