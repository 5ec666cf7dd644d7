package dev.revgraph.autoconfigure;

import dev.revgraph.fixture.TestDatabase;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;

/** Beans and their definitions, as an application would write them with annotations. */
final class MigrationBeans {

    private MigrationBeans() {}

    /** As {@code @MigrationDataSource @Bean(defaultCandidate = false)}. */
    static void marked(BeanDefinition bean) {
        AbstractBeanDefinition definition = (AbstractBeanDefinition) bean;
        definition.addQualifier(new AutowireCandidateQualifier(MigrationDataSource.class));
        definition.setDefaultCandidate(false);
    }

    static MigrationConnectionDetails details(TestDatabase database) {
        return new MigrationConnectionDetails() {

            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return database.username();
            }

            @Override
            public String getPassword() {
                return database.password();
            }
        };
    }
}
