package dev.revgraph.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationSettings;
import dev.revgraph.MigrationSettings.OnModified;
import dev.revgraph.MigrationSettings.TransactionMode;
import dev.revgraph.autoconfigure.fixture.Applications;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What the keys mean, and which values stop the start. */
class MigrationPropertiesTest {

    private final ApplicationContextRunner application = Applications.bare()
            .withPropertyValues(
                    "spring.datasource.url=jdbc:postgresql://localhost:1/nowhere", "migration.on-startup=none");

    @Test
    void meanWhatTheEngineMeansUnlessSaidOtherwise() {
        application.run(context ->
                assertThat(context.getBean(MigrationEngine.class).settings()).isEqualTo(MigrationSettings.defaults()));
    }

    @Test
    void reachTheEngine() {
        application
                .withPropertyValues(
                        "spring.application.name=billing",
                        "spring.application.version=1.2.3",
                        "migration.locations=classpath:db/revisions, filesystem:/srv/revisions",
                        "migration.repeatable-locations=classpath:db/views",
                        "migration.schema=My App",
                        "migration.target=20250102_add_email",
                        "migration.transaction=all",
                        "migration.lock-timeout=2s",
                        "migration.lock-retries=3",
                        "migration.statement-timeout=1m",
                        "migration.wait-for-lock=30s",
                        "migration.connect-retries=4",
                        "migration.allow-ahead=false",
                        "migration.out-of-order=true",
                        "migration.on-modified=warn",
                        "migration.diagnosis.sample-rows=0",
                        "migration.placeholders.owner=app_owner",
                        "migration.placeholders[Mixed_Case]=yes")
                .run(withSettings(settings -> assertThat(settings)
                        .isEqualTo(MigrationSettings.defaults()
                                .with(s -> s.application("billing", "1.2.3")
                                        .locations(List.of("classpath:db/revisions", "filesystem:/srv/revisions"))
                                        .repeatableLocations(List.of("classpath:db/views"))
                                        .schema("My App")
                                        .target("20250102_add_email")
                                        .transaction(TransactionMode.ALL)
                                        .lockTimeout(Duration.ofSeconds(2))
                                        .lockRetries(3)
                                        .diagnosisSampleRows(0)
                                        .statementTimeout(Duration.ofMinutes(1))
                                        .waitForLock(Duration.ofSeconds(30))
                                        .connectRetries(4)
                                        .allowAhead(false)
                                        .outOfOrder(true)
                                        .onModified(OnModified.WARN)
                                        .placeholders(Map.of("owner", "app_owner", "Mixed_Case", "yes"))))));
    }

    @Test
    void canBeEnvironmentVariablesBesideOthersThatMeanSomethingElse() {
        withEnvironment(Map.of(
                        "MIGRATION_LOCK_TIMEOUT", "7s",
                        "MIGRATION_ALLOW_PENDING_MIGRATIONS", "true",
                        "MIGRATION_SCHEMA", "",
                        "MIGRATION_JOB_ID", "of something else"))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(MigrationProperties.class).allowPendingMigrations())
                            .isTrue();
                    MigrationSettings settings =
                            context.getBean(MigrationEngine.class).settings();
                    assertThat(settings.lockTimeout()).isEqualTo(Duration.ofSeconds(7));
                    assertThat(settings.schema()).isNull();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on-startup=validate",
                "transaction=none",
                "on-modified=ignore",
                "id-style=uuid",
                "lock-timeout=soon",
                "lock-retries=many",
                "allow-ahead=perhaps",
                "enabled=flase"
            })
    void stopTheStartWithAValueThatIsNone(String property) {
        application
                .withPropertyValues("migration." + property)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining(BindException.class.getName()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target=+1",
                "target=-1",
                "target=billing@+1",
                "target=current",
                "target=current+1",
                "target=current-1",
                "target=billing@current",
                "target=billing@current+1",
                "target=",
                "lock-timeout=-1s",
                "lock-timeout=25d",
                "lock-timeout=1ns",
                "statement-timeout=-1s",
                "statement-timeout=25d",
                "statement-timeout=1us",
                "wait-for-lock=-1s",
                "lock-retries=-1",
                "connect-retries=-1",
                "diagnosis.sample-rows=-1",
                "schema=pg_records",
                "schema=a23456789_123456789_123456789_123456789_123456789_123456789_1234",
                "locations="
            })
    void stopTheStartWithAValueThatMakesNoSense(String property) {
        application
                .withPropertyValues("migration." + property)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(
                                InvalidConfigurationPropertyValueException.class,
                                failure -> assertThat(failure.getName())
                                        .isEqualTo("migration." + property.substring(0, property.indexOf('=')))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"head-1", "20250102_add_email-1", "heads", "billing@head"})
    void acceptATargetThatIsTheSameAtEveryStart(String target) {
        application
                .withPropertyValues("migration.target=" + target)
                .run(withSettings(settings -> assertThat(settings.target()).isEqualTo(target)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lokations=x", "on-start=none", "databases.other.url=x"})
    void stopTheStartWithAKeyThatDoesNotExist(String property) {
        application
                .withPropertyValues("migration." + property)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining(UnboundConfigurationPropertiesException.class.getName()));
    }

    @Test
    void haveNoPartInAnApplicationThatSwitchesThemOff() {
        application
                .withPropertyValues("migration.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(MigrationEngine.class)
                        .doesNotHaveBean(MigrationInitializer.class));
    }

    @Test
    void neverPrintAPassword() {
        application
                .withPropertyValues("migration.username=ann", "migration.password=hunter2")
                .run(context -> {
                    MigrationProperties properties = context.getBean(MigrationProperties.class);
                    assertThat(properties.password()).isEqualTo("hunter2");
                    assertThat(properties).asString().doesNotContain("hunter2");
                });
    }

    private static ContextConsumer<AssertableApplicationContext> withSettings(Consumer<MigrationSettings> check) {
        return context -> {
            assertThat(context).hasNotFailed();
            check.accept(context.getBean(MigrationEngine.class).settings());
        };
    }

    private ApplicationContextRunner withEnvironment(Map<String, Object> variables) {
        return application.withInitializer(context -> context.getEnvironment()
                .getPropertySources()
                .replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment", variables)));
    }
}
