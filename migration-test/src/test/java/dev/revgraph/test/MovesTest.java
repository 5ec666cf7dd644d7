package dev.revgraph.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What one test of a class leaves to the next. */
class MovesTest {

    private static final List<String> SEEN = new ArrayList<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void areNotLeftToTheNextTest() {
        Cases.run(Moving.class).testEvents().assertStatistics(stats -> stats.succeeded(3));

        assertThat(SEEN)
                .containsExactly("20260301_create_tiers/2", "20260301_create_tiers/3", "20260301_create_tiers/2");
    }

    @Test
    void areLeftToAllTestsWhenTheyComeBeforeThem() {
        Cases.run(Prepared.class).testEvents().assertStatistics(stats -> stats.succeeded(2));

        assertThat(SEEN).containsExactly("Ada", "Ada");
    }

    @MigrationTest
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Moving {

        @Test
        @Order(1)
        void leavesARow(MigrationDatabase database) {
            see(database);
            database.execute("INSERT INTO tiers (name) VALUES ('gold')");
        }

        @Test
        @Order(2)
        void goesDown(MigrationDatabase database) {
            see(database);
            database.downgradeTo("base");
        }

        @Test
        @Order(3)
        void findsItAsTheClassBegan(MigrationDatabase database) {
            see(database);
        }

        private static void see(MigrationDatabase database) {
            SEEN.add(String.join(",", database.engine().status().current()) + "/"
                    + database.query("SELECT FROM tiers").size());
        }
    }

    @MigrationTest
    static class Prepared {

        @BeforeAll
        static void move(MigrationDatabase database) {
            database.before("20260210_split_names")
                    .execute("INSERT INTO accounts (name) VALUES ('Ada Lovelace')")
                    .upgradeTo("20260210_split_names");
        }

        @Test
        void sees(MigrationDatabase database) {
            SEEN.add(database.query("SELECT first_name FROM accounts").get(0).get("first_name") + "");
        }

        @Test
        void seesItToo(MigrationDatabase database) {
            sees(database);
        }
    }
}
