package dev.revgraph.sample.postgres;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Points the application's DataSource at the embedded server. An auto-configuration rather than a plain configuration,
 * so that connection details of a test's container win over it.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@Conditional(NoDatabaseGiven.class)
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
@EnableConfigurationProperties(EmbeddedPostgresProperties.class)
public final class EmbeddedPostgresAutoConfiguration {

    @Bean
    EmbeddedServer embeddedServer(EmbeddedPostgresProperties properties) throws IOException {
        return EmbeddedServer.attach(properties.dataDirectory(), properties.binaries());
    }

    @Bean
    JdbcConnectionDetails embeddedServerConnectionDetails(EmbeddedServer server) {
        return new JdbcConnectionDetails() {

            @Override
            public String getJdbcUrl() {
                return server.jdbcUrl();
            }

            @Override
            public String getUsername() {
                return EmbeddedServer.ROLE;
            }

            /** The server listens on the loopback interface alone, and asks nobody there for a password. */
            @Override
            public @Nullable String getPassword() {
                return null;
            }
        };
    }
}
