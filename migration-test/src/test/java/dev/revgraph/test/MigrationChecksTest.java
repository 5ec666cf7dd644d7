package dev.revgraph.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the ready-made checks say of revisions that have a fault. */
class MigrationChecksTest {

    @Test
    void passForRevisionsThatAreRight() {
        assertThat(Cases.failures(Cases.run(Right.class))).isEmpty();
    }

    @Test
    void passWhereSomeRevisionsCannotBeUndone() {
        assertThat(Cases.failures(Cases.run(OneWay.class))).isEmpty();
    }

    @Test
    void findADowngradeThatDoesNotUndo() {
        Map<String, String> failures = Cases.failures(Cases.run(WrongDowngrade.class));

        assertThat(failures)
                .containsOnlyKeys(
                        "everyDowngradeUndoesItsUpgrade(MigrationDatabase)",
                        "downgradeLeavesNothing(MigrationDatabase)");
        assertThat(failures.get("everyDowngradeUndoesItsUpgrade(MigrationDatabase)"))
                .startsWith("Not every revision is undone.")
                .contains(
                        "Revision \"add_nickname\" is not undone by its downgrade. The table public.nicknames is extra")
                .endsWith(
                        "Correct the downgrade; if nothing can undo it, say so: \"-- +downgrade irreversible: reason\".");
        assertThat(failures.get("downgradeLeavesNothing(MigrationDatabase)"))
                .startsWith("A downgrade from the head to \"base\" leaves something."
                        + " The table public.nicknames is extra: it is in the database and not in its revisions.");
    }

    @Test
    void findTwoHeads() {
        Map<String, String> failures = Cases.failures(Cases.run(TwoHeads.class));

        assertThat(failures).containsOnlyKeys("hasOneHead(MigrationDatabase)");
        assertThat(failures.get("hasOneHead(MigrationDatabase)"))
                .isEqualTo(
                        "The revisions have 2 heads: \"add_emails\", \"add_names\".\nJoin them: `migration merge -m TEXT`.");
    }

    @Test
    void findWhatTheModelHasBeyondTheHead() {
        Map<String, String> failures = Cases.failures(Cases.run(OtherModel.class));

        assertThat(failures).containsOnlyKeys("classpath:schema.sql");
        assertThat(failures.get("classpath:schema.sql"))
                .startsWith("The head of the revisions is not the model.")
                .contains("The table public.accounts is missing");
    }

    @Test
    void findRowsThatDoNotComeBack() {
        assertThat(Cases.failures(Cases.run(LostRows.class)))
                .containsOnlyKeys("rowsComeBack(MigrationDatabase)")
                .extractingByKey("rowsComeBack(MigrationDatabase)")
                .asString()
                .startsWith("Not all rows come through the revisions.")
                .contains(
                        "Revision \"lower_emails\" does not give the rows back when it is undone. The table public.users"
                                + " has {\"id\": 1, \"email\": \"ada@example.org\"} where it had {\"id\": 1, \"email\":"
                                + " \"Ada@example.org\"}.")
                .contains(
                        "Revision \"require_emails\" is not undone with these rows in the tables.",
                        "violated by some row");
    }

    @Test
    void doNotCompareWhatNeedNotComeBack() {
        assertThat(Cases.failures(Cases.run(Exempt.class))).isEmpty();
    }

    @Test
    void refuseRowsForARevisionThatIsNotThere() {
        assertThat(Cases.failures(Cases.run(Misspelt.class)))
                .containsExactly(
                        Map.entry(
                                "rowsComeBack(MigrationDatabase)",
                                "rowsBefore() names \"lower_email\", and there is no such revision.\nWrite the full id of a revision."));
    }

    @Test
    void refuseRowsThatCannotBePutIn() {
        assertThat(Cases.failures(Cases.run(Refused.class)))
                .containsOnlyKeys("rowsComeBack(MigrationDatabase)")
                .extractingByKey("rowsComeBack(MigrationDatabase)")
                .asString()
                .startsWith(
                        "The rows before revision \"create_users\" cannot be put in: ERROR: relation \"users\" does not"
                                + " exist");
    }

    @MigrationTest(model = "src/test/resources/schema.sql")
    static class Right implements MigrationChecks {

        @Override
        public Map<String, String> rowsBefore() {
            return Map.of(
                    "20260210_split_names",
                    "INSERT INTO accounts (name) VALUES ('Ada Lovelace'), ('Bo')",
                    "20260301_create_tiers",
                    "INSERT INTO accounts (first_name, last_name) VALUES ('Grace', 'Hopper')");
        }
    }

    @MigrationTest(
            locations = "classpath:cases/one-way",
            repeatableLocations = "classpath:cases/views",
            placeholders = "greeting=hello")
    static class OneWay implements MigrationChecks {}

    @MigrationTest(locations = "classpath:cases/wrong-downgrade")
    static class WrongDowngrade implements MigrationChecks {}

    @MigrationTest(locations = "classpath:cases/two-heads")
    static class TwoHeads implements MigrationChecks {}

    @MigrationTest(locations = "classpath:cases/two-heads", model = "classpath:schema.sql")
    static class OtherModel implements MigrationChecks {

        @Override
        public void hasOneHead(MigrationDatabase database) {}
    }

    @MigrationTest(locations = "classpath:cases/lost-rows")
    static class LostRows implements MigrationChecks {

        @Override
        public Map<String, String> rowsBefore() {
            return Map.of("lower_emails", "INSERT INTO users VALUES (1, 'Ada@example.org'), (2, NULL)");
        }
    }

    @MigrationTest(locations = "classpath:cases/lost-rows")
    static class Exempt implements MigrationChecks {

        @Override
        public Map<String, String> rowsBefore() {
            return Map.of("lower_emails", "INSERT INTO users VALUES (1, 'Ada@example.org')");
        }

        @Override
        public Set<String> notCompared() {
            return Set.of("users.email");
        }
    }

    @MigrationTest(locations = "classpath:cases/lost-rows")
    static class Misspelt implements MigrationChecks {

        @Override
        public Map<String, String> rowsBefore() {
            return Map.of("lower_email", "SELECT 1");
        }
    }

    @MigrationTest(locations = "classpath:cases/lost-rows")
    static class Refused implements MigrationChecks {

        @Override
        public Map<String, String> rowsBefore() {
            return Map.of("create_users", "INSERT INTO users VALUES (1)");
        }
    }
}
