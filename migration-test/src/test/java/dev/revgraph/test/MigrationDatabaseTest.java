package dev.revgraph.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.MigrationEngine;
import dev.revgraph.report.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@MigrationTest
class MigrationDatabaseTest {

    private static final String SPLIT = "20260210_split_names";

    private final MigrationDatabase database;

    MigrationDatabaseTest(MigrationDatabase database) {
        this.database = database;
    }

    @Test
    void isAtTheHead(MigrationEngine engine) {
        assertThat(engine.status().state()).isEqualTo(State.UP_TO_DATE);
        assertThat(engine.status().applied()).isEqualTo(3);
        assertThat(database.query("SELECT name FROM tiers ORDER BY name"))
                .isEqualTo(List.of(Map.of("name", "free"), Map.of("name", "paid")));
    }

    @Test
    void isOneDatabaseWhateverTheParameter(MigrationDatabase other, DataSource plain, MigrationEngine engine)
            throws SQLException {
        assertThat(other).isSameAs(database);
        assertThat(engine).isSameAs(database.engine());
        try (Connection connection = plain.getConnection()) {
            assertThat(connection.getCatalog()).isEqualTo(name(database));
        }
    }

    @Test
    void goesDownAndUp() {
        database.downgradeTo("base");
        assertThat(database.engine().status().applied()).isZero();

        database.upgradeTo("+1");
        assertThat(database.engine().status().current()).containsExactly("20260105_create_accounts");
    }

    @Test
    void keepsRowsThatWerePutInBeforeARevision() {
        database.before(SPLIT)
                .execute(
                        "INSERT INTO accounts (name) VALUES ('Ada Lovelace'); INSERT INTO accounts (name) VALUES ('Bo')")
                .upgradeTo(SPLIT);

        assertThat(database.query("SELECT first_name, last_name FROM accounts ORDER BY id"))
                .isEqualTo(List.of(
                        Map.of("first_name", "Ada", "last_name", "Lovelace"),
                        Map.of("first_name", "Bo", "last_name", "")));

        database.downgradeTo("-1");
        assertThat(database.jdbc()
                        .sql("SELECT name FROM accounts ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("Ada Lovelace", "Bo");
    }

    @Test
    void beginsBeforeTheFirstRevisionWithNothing() {
        database.before("20260105_create_accounts");

        assertThat(database.engine().status().state()).isEqualTo(State.EMPTY);
    }

    @Test
    void forgetsWhatWasDoneWhenItBeginsAnew(DataSource plain) throws SQLException {
        try (Connection stillOpen = plain.getConnection()) {
            database.execute("INSERT INTO tiers (name) VALUES ('gold')").reset();

            assertThat(database.query("SELECT FROM tiers WHERE name = 'gold'")).isEmpty();
            assertThat(stillOpen.isValid(1)).isFalse();
        }
    }

    @Nested
    class InTheSameClass {

        @Test
        void hasTheDatabaseOfTheClassAround(MigrationDatabase inner) {
            assertThat(inner).isSameAs(database);
        }
    }

    @Nested
    @MigrationTest(startAt = "base")
    class WithAnAnnotationOfItsOwn {

        @Test
        void hasADatabaseOfItsOwn(MigrationDatabase inner) {
            assertThat(inner).isNotSameAs(database);
            assertThat(name(inner)).isNotEqualTo(name(database));
            assertThat(inner.engine().status().state()).isEqualTo(State.EMPTY);
        }
    }

    @Nested
    @MigrationTest(startAt = SPLIT)
    class AtARevision {

        @Test
        void beginsThere(MigrationEngine engine) {
            assertThat(engine.status().current()).containsExactly(SPLIT);
        }
    }

    private static String name(MigrationDatabase database) {
        return database.jdbc()
                .sql("SELECT current_database()")
                .query(String.class)
                .single();
    }
}
