package dev.revgraph.autoconfigure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.ClassUtils;

/**
 * Says so when an application has migrations and nothing to run them on. It may start: what would use a database that
 * is not there fails by itself. To be silent about it would let somebody believe that the database is migrated.
 */
@AutoConfiguration(afterName = "dev.revgraph.autoconfigure.MigrationAutoConfiguration")
@Conditional(OnMigrationEnabled.class)
@ConditionalOnMissingBean(type = "dev.revgraph.MigrationEngine")
public final class MissingDatabaseAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(MissingDatabaseAutoConfiguration.class);

    private static final String DATA_SOURCE_SUPPORT =
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";

    @Bean
    @Lazy(false)
    InitializingBean migrationsMissingDatabaseReport() {
        return () -> log.warn("Nothing is migrated: {}", missing(getClass().getClassLoader()));
    }

    static String missing(ClassLoader classLoader) {
        return ClassUtils.isPresent(DATA_SOURCE_SUPPORT, classLoader)
                ? "there is no data source. Set spring.datasource.url, or migration.url for a connection that only"
                        + " migrations use, or migration.enabled=false if this application has no database"
                : "spring-boot-jdbc is not on the class path. Add spring-boot-starter-jdbc, or set"
                        + " migration.enabled=false if this application has no database";
    }
}
