package dev.revgraph.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.MigrationEngine;
import dev.revgraph.autoconfigure.fixture.Applications;
import dev.revgraph.autoconfigure.fixture.Refusal;
import dev.revgraph.fixture.PostgresServer;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** On which data source migrations run. */
@PostgresTest
class DataSourceChoiceTest {

    private final TestDatabase application;
    private TestDatabase other = TestDatabase.create();

    DataSourceChoiceTest(TestDatabase application) {
        this.application = application;
    }

    @BeforeEach
    void checkThatThereAreTwo() {
        assertThat(other.name()).isNotEqualTo(application.name());
    }

    @AfterEach
    void dropTheOther() {
        other.close();
    }

    @Test
    void isTheApplicationsOwnByDefault() {
        Applications.on(application).run(context -> {
            assertThat(isMigrated(application)).isTrue();
            assertThat(context.getBean(SchemaManagementProvider.class)
                            .getSchemaManagement(context.getBean(DataSource.class)))
                    .isEqualTo(SchemaManagement.MANAGED);
            assertThat(context.getBean(SchemaManagementProvider.class).getSchemaManagement(other.dataSource()))
                    .isEqualTo(SchemaManagement.UNMANAGED);
        });
    }

    @Test
    void isTheMarkedOne() {
        twoDataSources()
                .withBean("marked", DataSource.class, other::dataSource, MigrationBeans::marked)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(isMigrated(other)).isTrue();
                    assertThat(isMigrated(application)).isFalse();
                });
    }

    @Test
    void isThePrimaryOneOfSeveral() {
        Applications.bare()
                .withBean("main", DataSource.class, application::dataSource, bean -> bean.setPrimary(true))
                .withBean("second", DataSource.class, other::dataSource)
                .run(context -> assertThat(isMigrated(application)).isTrue());
    }

    @Test
    void doesNotDependOnDetailsThatNobodyHasChosen() {
        Applications.bare()
                .withBean("main", DataSource.class, application::dataSource, bean -> bean.setPrimary(true))
                .withBean("here", JdbcConnectionDetails.class, () -> details("jdbc:postgresql://nobody/here"))
                .withBean("there", JdbcConnectionDetails.class, () -> details("jdbc:postgresql://nobody/there"))
                .run(context -> assertThat(isMigrated(application)).isTrue());
    }

    private static JdbcConnectionDetails details(String url) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "nobody";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    @Test
    void isRefusedWhenItIsNotClear() {
        twoDataSources().run(context -> {
            var refusal = Refusal.of(context);
            assertThat(refusal).isInstanceOf(DataSourceChoiceException.class);
            assertThat(refusal).hasMessageContaining("(\"main\", \"second\")");
            assertThat(refusal.action()).contains("@MigrationDataSource", "@Primary", "`migration.url`");
        });
    }

    @Test
    void isRefusedWhenTwoAreMarked() {
        Applications.bare()
                .withBean("main", DataSource.class, application::dataSource, MigrationBeans::marked)
                .withBean("second", DataSource.class, other::dataSource, MigrationBeans::marked)
                .run(context -> assertThat(Refusal.of(context))
                        .hasMessageStartingWith("Several data sources carry @Migration"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration.url=jdbc:postgresql://localhost/x", "migration.username=x"})
    void isRefusedWhenOneIsMarkedAndAnotherConfigured(String property) {
        twoDataSources()
                .withBean("marked", DataSource.class, other::dataSource, MigrationBeans::marked)
                .withPropertyValues(property)
                .run(context -> assertThat(Refusal.of(context))
                        .hasMessageStartingWith("A data source carries @MigrationDataSource, and `migration.url`"));
    }

    @Test
    void takesAPasswordForTheUserThatTheUrlNames() {
        Applications.on(application)
                .withPropertyValues(
                        "migration.url=" + other.url() + (other.url().contains("?") ? "&" : "?") + "user="
                                + other.username(),
                        "migration.password=" + other.password())
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(isMigrated(other)).isTrue();
                });
    }

    @Test
    void isAConnectionOfItsOwnWithAUrl() {
        Applications.on(application)
                .withPropertyValues(
                        "migration.url=" + other.url(),
                        "migration.username=" + other.username(),
                        "migration.password=" + other.password())
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(isMigrated(other)).isTrue();
                    assertThat(isMigrated(application)).isFalse();
                });
    }

    @Test
    void needsNoDataSourceBesideAUrlOfItsOwn() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrationAutoConfiguration.class))
                .withPropertyValues(
                        "migration.url=" + other.url(),
                        "migration.username=" + other.username(),
                        "migration.password=" + other.password())
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(DataSource.class);
                    assertThat(isMigrated(other)).isTrue();
                });
    }

    @Test
    void isTheApplicationsDatabaseByAnotherRoleWithAUsername() {
        PGSimpleDataSource superuser = PostgresServer.get().superuser(application.name());
        Applications.on(application)
                .withPropertyValues(
                        "migration.username=" + superuser.getUser(), "migration.password=" + superuser.getPassword())
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(application
                                    .jdbc()
                                    .sql("SELECT tableowner FROM pg_tables WHERE tablename = 'account'")
                                    .query(String.class)
                                    .single())
                            .isEqualTo(superuser.getUser());
                });
    }

    @Test
    void isWhatABeanWithConnectionDetailsSays() {
        Applications.on(application)
                .withPropertyValues("migration.url=jdbc:postgresql://localhost:1/nowhere")
                .withBean(MigrationConnectionDetails.class, () -> MigrationBeans.details(other))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(isMigrated(other)).isTrue();
                });
    }

    @Test
    void isNotDelayedByALazyProxy() {
        Applications.on(application)
                .withPropertyValues("spring.datasource.connection-fetch=lazy")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(isMigrated(application)).isTrue();
                    assertThat(context.getBean(SchemaManagementProvider.class)
                                    .getSchemaManagement(context.getBean(DataSource.class)))
                            .isEqualTo(SchemaManagement.MANAGED);
                });
    }

    @Test
    void isUnknownToAnEngineOfTheApplicationsOwn() {
        Applications.on(application)
                .withBean(
                        MigrationEngine.class,
                        () -> MigrationEngine.builder(other.dataSource())
                                .name("own")
                                .build())
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(MigrationEngine.class);
                    assertThat(isMigrated(other)).isTrue();
                    assertThat(isMigrated(application)).isFalse();
                });
    }

    @Test
    void isRefusedWhereTwoEnginesHaveOneName() {
        Applications.on(application)
                .withBean(
                        "first",
                        MigrationEngine.class,
                        () -> MigrationEngine.builder(application.dataSource()).build())
                .withBean(
                        "second",
                        MigrationEngine.class,
                        () -> MigrationEngine.builder(other.dataSource()).build())
                .run(context -> {
                    assertThat(Refusal.of(context)).hasMessageContaining("named \"default\"");
                    assertThat(isMigrated(application)).isFalse();
                    assertThat(isMigrated(other)).isFalse();
                });
    }

    private ApplicationContextRunner twoDataSources() {
        return Applications.bare()
                .withBean("main", DataSource.class, application::dataSource)
                .withBean("second", DataSource.class, application::dataSource);
    }

    private static boolean isMigrated(TestDatabase database) {
        return List.of("account")
                .equals(database.jdbc()
                        .sql("SELECT tablename FROM pg_tables WHERE tablename = 'account'")
                        .query(String.class)
                        .list());
    }
}
