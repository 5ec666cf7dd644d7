package dev.revgraph.test.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.test.MigrationDatabase;
import dev.revgraph.test.MigrationTest;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@MigrationTest
class AccountsTest {

    @BeforeEach
    void beginAnew(MigrationDatabase database) {
        database.reset();
    }

    @Test
    void hasTwoTiers(DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);

        assertThat(jdbc.sql("SELECT name FROM tiers ORDER BY name")
                        .query(String.class)
                        .list())
                .containsExactly("free", "paid");
    }
}
