package dev.revgraph.test.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.test.MigrationDatabase;
import dev.revgraph.test.MigrationTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MigrationTest
class SplitNamesTest {

    @Test
    void splitsAtTheBlank(MigrationDatabase database) {
        database.before("20260210_split_names").execute("INSERT INTO accounts (name) VALUES ('Ada Lovelace')");

        database.upgradeTo("20260210_split_names");
        assertThat(database.query("SELECT first_name, last_name FROM accounts"))
                .containsExactly(Map.of("first_name", "Ada", "last_name", "Lovelace"));

        database.downgradeTo("-1");
        assertThat(database.query("SELECT name FROM accounts")).containsExactly(Map.of("name", "Ada Lovelace"));
    }
}
