package dev.revgraph.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.autoconfigure.app.entity.Account;
import dev.revgraph.autoconfigure.app.entity.EagerReader;
import dev.revgraph.autoconfigure.app.entity.EntityApplication;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Whatever uses the database finds it migrated. */
@PostgresTest
class OrderTest {

    private final TestDatabase database;

    OrderTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void jpaFindsItsTablesOnAFreshDatabase() {
        try (var context = start("spring.jpa.hibernate.ddl-auto=validate")) {
            var factory = context.getBean(EntityManagerFactory.class);
            factory.runInTransaction(entities -> entities.persist(new Account(1, "Ann", "ann@example.org")));
            Account found = factory.callInTransaction(entities -> entities.find(Account.class, 1L));
            assertThat(found.email()).isEqualTo("ann@example.org");
        }
    }

    @Test
    void jpaFindsItsTablesWhenItStartsInTheBackground() {
        try (var context = start("spring.jpa.hibernate.ddl-auto=validate", "spring.jpa.bootstrap=async")) {
            var factory = context.getBean(EntityManagerFactory.class);
            assertThat(factory.getMetamodel().getEntities()).hasSize(1);
        }
    }

    @Test
    void aBeanThatReadsWhenItIsMadeFindsItsTable() {
        try (var context = start()) {
            assertThat(context.getBean(EagerReader.class).rows()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbcTemplate", "namedParameterJdbcTemplate", "jdbcClient", "entityManagerFactory"})
    void everyWayToTheDatabaseWaits(String bean) {
        try (var context = start()) {
            assertThat(context.getBeanFactory().getBeanDefinition(bean).getDependsOn())
                    .contains("migrationInitializer");
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "jOOQ's classes are for Java 21.")
    void jooqWaits() {
        everyWayToTheDatabaseWaits("dslContext");
    }

    @Test
    void scriptsThatFillTablesRunAfterwards() {
        try (var context =
                start("spring.sql.init.mode=always", "spring.sql.init.data-locations=classpath:fill-accounts.sql")) {
            assertThat(context.getBean(EagerReader.class).rows()).isEqualTo(1);
        }
    }

    private ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(EntityApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(Applications.connection(database))
                .properties(properties)
                .run();
    }
}
