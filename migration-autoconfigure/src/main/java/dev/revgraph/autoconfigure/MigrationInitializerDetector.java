package dev.revgraph.autoconfigure;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.core.Ordered;

/** Lets everything that uses a database wait for the {@link MigrationInitializer}. */
final class MigrationInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector implements Ordered {

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(MigrationInitializer.class);
    }

    /** Before scripts that fill tables. */
    @Override
    public int getOrder() {
        return 0;
    }
}
