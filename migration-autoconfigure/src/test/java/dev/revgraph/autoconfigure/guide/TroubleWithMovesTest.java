package dev.revgraph.autoconfigure.guide;

import static dev.revgraph.autoconfigure.guide.Trouble.LOGINS;
import static dev.revgraph.autoconfigure.guide.Trouble.OPEN;
import static dev.revgraph.autoconfigure.guide.Trouble.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.fixture.WebApplication.Answer;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Sections of the troubleshooting page about going up and down, and about recording what is there. */
@PostgresTest
@ExtendWith(OutputCaptureExtension.class)
class TroubleWithMovesTest {

    private final TestDatabase database;
    private final Path folder;

    TroubleWithMovesTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.folder = folder;
    }

    @Test
    void s03BackToAKnownRevisionQuickly(CapturedOutput output) {
        try (Trouble trouble = new Trouble("S03 Back to a known revision, quickly", database, folder, output)) {
            trouble.starts();
            trouble.starts(trouble.olderRelease(), OPEN);
            assertThat(trouble.state()).isEqualTo("AHEAD");
            trouble.sees(trouble.asks().text());
            assertThat(trouble.state()).isEqualTo("UP_TO_DATE");
        }
    }

    @Test
    void s04WhatStateIsThisDatabaseIn(CapturedOutput output) {
        try (Trouble trouble = new Trouble("S04 What state is this database in?", database, folder, output)) {
            trouble.starts();
            assertThat(trouble.asks().json().path("state").asString()).isEqualTo("UP_TO_DATE");
            trouble.queries(2);
        }
    }

    @Test
    void s05WhatWasDoneToItByWhomAndWhy(CapturedOutput output) {
        try (Trouble trouble = new Trouble("S05 What was done to it, by whom, and why", database, folder, output)) {
            trouble.starts();
            assertThat(trouble.asks().json().path("total").asInt()).isEqualTo(2);
            trouble.queries(2);
        }
    }

    @Test
    void s16TheMigrationTablesAreLost(CapturedOutput output) {
        try (Trouble trouble = new Trouble("S16 The migration tables are lost", database, folder, output)) {
            trouble.starts();
            trouble.jdbc().sql("DELETE FROM migration_revision").update();
            trouble.isRefusedAsShown();
            trouble.application()
                    .startAs(Page.read("docs/startup-and-deployment.md")
                            .blocks("A maintenance instance")
                            .get(0));
            trouble.asks();
            trouble.starts();
            assertThat(trouble.state()).isEqualTo("UP_TO_DATE");
        }
    }

    @Test
    void s12TheStartIsRefusedBecauseRevisionsArePending(CapturedOutput output) {
        try (Trouble trouble =
                new Trouble("S12 The start is refused because revisions are pending", database, folder, output)) {
            trouble.isRefusedAsShown("migration.on-startup=check");
            // The variable of the command that the page shows; RefusedStartTest sets it.
            trouble.sees("ALLOW_PENDING_MIGRATIONS=true java -jar app.jar");
            trouble.starts("migration.on-startup=check", "migration.allow-pending-migrations=true");
            trouble.starts();
            trouble.starts("migration.on-startup=check");
        }
    }

    @Test
    void s19UpAndDownBySteps(CapturedOutput output) {
        try (Trouble trouble = new Trouble("S19 Up and down by steps", database, folder, output)) {
            trouble.starts("migration.target=" + USERS, OPEN);
            assertThat(trouble.asks().json().path("current").get(0).asString()).isEqualTo(LOGINS);
            for (String target : new String[] {"-1", "base"}) {
                trouble.application()
                        .post(new Request("/migrations/default", Map.of("operation", "downgrade", "target", target)))
                        .has(200);
            }
        }
    }

    @Test
    void s20TheChangeWasMadeByHand(CapturedOutput output) {
        try (Trouble trouble = new Trouble("S20 The change was made by hand", database, folder, output)) {
            trouble.starts("migration.target=" + USERS);
            trouble.jdbc().sql("CREATE TABLE logins (user_id bigint NOT NULL)").update();
            trouble.starts("migration.target=" + USERS, OPEN);
            trouble.asks();
            trouble.starts();
            assertThat(trouble.state()).isEqualTo("UP_TO_DATE");
        }
    }

    @Test
    void s21ADowngradeUndoesOrStopsAtADependency(CapturedOutput output) {
        try (Trouble trouble =
                new Trouble("S21 A downgrade undoes, or stops at, a dependency", database, folder, output)) {
            Page.read("docs/branches-and-merges.md").blocks().stream()
                    .filter(block -> block.file().isPresent())
                    .filter(block -> !block.text().startsWith("-- Merge"))
                    .forEach(trouble.application()::write);
            trouble.starts("migration.target=add_overage", OPEN);
            Answer refusal = trouble.application()
                    .post(new Request(
                            "/migrations/default", Map.of("operation", "downgrade", "target", "add_billing")));
            trouble.sees(refusal.has(400).json().at("/error/message").asString());
            Answer undone = trouble.application()
                    .post(new Request(
                            "/migrations/default", Map.of("operation", "downgrade", "target", "billing@create_users")));
            assertThat(undone.json().at("/steps/0/revision").asString()).isEqualTo("add_overage");
        }
    }

    @Test
    void s23AForeignKeyStopsADowngrade(CapturedOutput output) {
        try (Trouble trouble = new Trouble("S23 A foreign key stops a downgrade", database, folder, output)) {
            trouble.starts(OPEN);
            trouble.jdbc()
                    .sql("CREATE TABLE sessions (user_id bigint CONSTRAINT sessions_user_fk REFERENCES users (id))")
                    .update();
            Request down = new Request("/migrations/default", Map.of("operation", "downgrade", "target", "base"));
            assertThat(trouble.application().post(down).status()).isNotEqualTo(200);
            trouble.sees(output.getAll());
            assertThat(trouble.application()
                            .get("/migrations/default")
                            .json()
                            .path("current")
                            .get(0)
                            .asString())
                    .isEqualTo(USERS);
            trouble.queries(1);
            trouble.executes();
            trouble.application().post(down).has(200);
        }
    }

    @Test
    void s27ADatabaseWithTablesButWithoutRecords(CapturedOutput output) {
        try (Trouble trouble =
                new Trouble("S27 A database with tables but without records", database, folder, output)) {
            trouble.jdbc()
                    .sql("CREATE TABLE users (id bigint PRIMARY KEY, name text)")
                    .update();
            trouble.isRefusedAsShown();
            trouble.application()
                    .startAs(Page.read("docs/startup-and-deployment.md")
                            .blocks("A maintenance instance")
                            .get(0));
            trouble.asks();
            trouble.starts();
            assertThat(trouble.state()).isEqualTo("UP_TO_DATE");
            assertThat(trouble.jdbc()
                            .sql("SELECT count(*) FROM logins")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }
}
