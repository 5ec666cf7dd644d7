package dev.revgraph.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.revgraph.autoconfigure.app.empty.EmptyApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A container with {@code @ServiceConnection}, as an application's tests have it. */
class ServiceConnectionTest {

    @Test
    void leadsMigrationsToTheContainer() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "A container needs Docker, and no Docker daemon answers.");
        try (var context = new SpringApplicationBuilder(EmptyApplication.class, WithContainer.class)
                .web(WebApplicationType.NONE)
                .run()) {
            assertThat(context.getBean(MigrationConnectionDetails.class).getJdbcUrl())
                    .isEqualTo(context.getBean(PostgreSQLContainer.class).getJdbcUrl());
            assertThat(context.getBean(JdbcClient.class)
                            .sql("SELECT email FROM account")
                            .query()
                            .listOfRows())
                    .isEmpty();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithContainer {

        @Bean
        @ServiceConnection
        PostgreSQLContainer postgres() {
            return new PostgreSQLContainer("postgres:18");
        }
    }
}
