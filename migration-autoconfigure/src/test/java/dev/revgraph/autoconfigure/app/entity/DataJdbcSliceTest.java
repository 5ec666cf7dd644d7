package dev.revgraph.autoconfigure.app.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.fixture.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A slice that an application tests its aggregates with. */
@DataJdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@DirtiesContext
class DataJdbcSliceTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry registry) {
        SliceDatabase.connect(registry, DATABASE);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void findsTheDatabaseMigrated(@Autowired JdbcAggregateTemplate aggregates) {
        AccountRow saved = aggregates.insert(new AccountRow(1, "Ann", "ann@example.org"));
        assertThat(aggregates.findAll(AccountRow.class)).containsExactly(saved);
    }

    @Table("account")
    record AccountRow(@Id long id, String name, String email) {}
}
