package dev.revgraph.autoconfigure.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.guide.Block;
import dev.revgraph.guide.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two roles as the page about deployment makes them: one migrates, the other one uses. */
@PostgresTest
class RolesTest {

    private final Page page = Page.read("docs/startup-and-deployment.md");
    private final TestDatabase database;
    private final JdbcClient superuser;
    private final GuidedApplication application;

    RolesTest(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        this.superuser = JdbcClient.create(database.superuserDataSource());
        this.application = new GuidedApplication(database, folder);
        application.revisions().table("a", "base").table("b", "a");
    }

    @BeforeEach
    void makeTheRoles() {
        Block sql = page.blocks("A role for migrations").get(0);
        superuser.sql(ownNames(sql.text())).update();
    }

    @AfterEach
    void dropTheRoles() {
        application.close();
        for (String role : new String[] {"shop_migrate", "shop_app"}) {
            superuser
                    .sql(ownNames("DROP OWNED BY " + role + " CASCADE; DROP ROLE " + role))
                    .update();
        }
    }

    /** Roles belong to the whole server, which other tests use too. */
    private String ownNames(String text) {
        return text.replace("shop_", database.name() + "_");
    }

    @Test
    void oneMigratesForTheOther() {
        application.start(
                ownNames("spring.datasource.username=shop_app"),
                "spring.datasource.password=change-me-too",
                ownNames("migration.username=shop_migrate"),
                "migration.password=change-me");

        JdbcClient used = application.bean(JdbcClient.class);
        assertThat(used.sql("INSERT INTO a (id) VALUES (1)").update()).isEqualTo(1);
        assertThat(used.sql("SELECT tableowner FROM pg_tables WHERE tablename = 'a'")
                        .query(String.class)
                        .single())
                .isEqualTo(ownNames("shop_migrate"));
    }

    @Test
    void theOtherCanCheckByItself() {
        oneMigratesForTheOther();
        application.start(
                ownNames("spring.datasource.username=shop_app"),
                "spring.datasource.password=change-me-too",
                "migration.on-startup=check");
        assertThat(application.get("/migrations/default").json().path("state").asString())
                .isEqualTo("UP_TO_DATE");
    }
}
