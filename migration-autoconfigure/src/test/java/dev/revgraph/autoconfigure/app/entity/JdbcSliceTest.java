package dev.revgraph.autoconfigure.app.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.MigrationInitializer;
import dev.revgraph.fixture.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A slice that an application tests its SQL with. */
@JdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@DirtiesContext
class JdbcSliceTest {

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
    void findsTheDatabaseMigrated(@Autowired JdbcClient jdbc, @Autowired MigrationInitializer initializer) {
        assertThat(initializer).isNotNull();
        assertThat(jdbc.sql("INSERT INTO account (id, name, email) VALUES (1, 'a', 'b')")
                        .update())
                .isEqualTo(1);
    }
}
