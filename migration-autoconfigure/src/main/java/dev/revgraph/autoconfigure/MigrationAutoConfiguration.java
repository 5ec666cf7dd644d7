package dev.revgraph.autoconfigure;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationEngineBuilder;
import dev.revgraph.autoconfigure.aot.MigrationRuntimeHints;
import dev.revgraph.autoconfigure.revision.RevisionClasses;
import dev.revgraph.autoconfigure.revision.RevisionClassesRegistrar;
import dev.revgraph.plan.Move;
import dev.revgraph.run.MigrationListener;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * The engine for the application's database, and the bean that runs it at start-up. Backs off where an application
 * defines a {@link MigrationEngine} of its own; that one is run at start-up in its place.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({DataSourceAutoConfiguration.class, DatabaseInitializationDependencyConfigurer.class})
@Conditional({OnMigrationEnabled.class, OnDatabase.class})
@EnableConfigurationProperties(MigrationProperties.class)
@ImportRuntimeHints(MigrationRuntimeHints.class)
@Import({DatabaseInitializationDependencyConfigurer.class, RevisionClassesRegistrar.class})
public final class MigrationAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MigrationConnectionDetails migrationConnectionDetails(MigrationProperties properties) {
        return new PropertiesMigrationConnectionDetails(properties);
    }

    @Bean
    @ConditionalOnMissingBean(MigrationEngine.class)
    MigrationDatabase migrationDatabase(
            ListableBeanFactory beans,
            @MigrationDataSource ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> usual,
            ObjectProvider<JdbcConnectionDetails> connection,
            MigrationConnectionDetails details) {
        return new MigrationDatabaseResolver(beans, marked, usual, connection, details).resolve();
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationEngine migrationEngine(
            MigrationDatabase database,
            MigrationProperties properties,
            Environment environment,
            ResourceLoader resources,
            RevisionClasses revisions,
            ObjectProvider<MigrationListener> listeners) {
        ClassLoader classLoader = resources.getClassLoader();
        MigrationEngineBuilder builder = MigrationEngine.builder(database.dataSource())
                .settings(SettingsFromProperties.of(properties, environment))
                .codeRevisions(revisions.instantiate(classLoader))
                .listeners(listeners.orderedStream().toList());
        return (classLoader == null ? builder : builder.classLoader(classLoader)).build();
    }

    /** Not lazy even where beans are: nothing may wait for the first caller to find out that the database is not ready. */
    @Bean
    @Lazy(false)
    @ConditionalOnMissingBean
    MigrationInitializer migrationInitializer(
            ObjectProvider<MigrationEngine> engines,
            MigrationProperties properties,
            ObjectProvider<MigrationDatabase> database) {
        return new MigrationInitializer(
                engines.stream().toList(),
                properties.onStartup(),
                properties.allowPendingMigrations(),
                name -> database.stream()
                        .map(MigrationDatabase::location)
                        .findFirst()
                        .orElse("as configured"),
                properties.backup().beforeUpgrade()
                        ? new BackedUpUpgrade(BackupsFromProperties.of(properties))
                        : engine -> engine.run(Move.upgrade(engine.settings().target())));
    }

    @Bean
    MigrationEvents migrationEvents(ApplicationEventPublisher publisher) {
        return new MigrationEvents(publisher);
    }
}
