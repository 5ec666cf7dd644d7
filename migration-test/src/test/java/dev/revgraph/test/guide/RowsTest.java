package dev.revgraph.test.guide;

import dev.revgraph.test.MigrationChecks;
import dev.revgraph.test.MigrationTest;
import java.util.Map;

@MigrationTest(model = "src/test/resources/schema.sql")
class RowsTest implements MigrationChecks {

    @Override
    public Map<String, String> rowsBefore() {
        return Map.of(
                "20260210_split_names", "INSERT INTO accounts (name) VALUES ('Ada Lovelace'), ('Bo')",
                "20260301_create_tiers", "INSERT INTO accounts (last_name) VALUES ('Hopper')");
    }
}
