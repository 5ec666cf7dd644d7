package dev.revgraph.autoconfigure.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.MigrationConnectionDetails;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** What Docker Compose gives for JDBC is what it gives for migrations. */
class JdbcMigrationConnectionDetailsTest {

    @Test
    void isMadeFromConnectionDetailsForJdbc() {
        ConnectionDetails made = new ConnectionDetailsFactories(getClass().getClassLoader())
                .getConnectionDetails(new Compose(), false)
                .get(MigrationConnectionDetails.class);
        assertThat(made)
                .isInstanceOfSatisfying(
                        MigrationConnectionDetails.class,
                        details -> assertThat(details)
                                .extracting(
                                        MigrationConnectionDetails::getJdbcUrl,
                                        MigrationConnectionDetails::getUsername,
                                        MigrationConnectionDetails::getPassword)
                                .containsExactly("jdbc:postgresql://db:5432/app", "app", "secret"));
    }

    private static final class Compose implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "app";
        }

        @Override
        public String getPassword() {
            return "secret";
        }

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://db:5432/app";
        }
    }
}
