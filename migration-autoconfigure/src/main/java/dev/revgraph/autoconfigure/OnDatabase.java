package dev.revgraph.autoconfigure;

import dev.revgraph.MigrationEngine;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** There is something to connect to. */
final class OnDatabase extends AnyNestedCondition {

    OnDatabase() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnBean(DataSource.class)
    static final class WithDataSource {}

    @ConditionalOnBean(MigrationConnectionDetails.class)
    static final class WithConnectionDetails {}

    @ConditionalOnBean(MigrationEngine.class)
    static final class WithEngine {}

    @ConditionalOnProperty("migration.url")
    static final class WithUrl {}
}
