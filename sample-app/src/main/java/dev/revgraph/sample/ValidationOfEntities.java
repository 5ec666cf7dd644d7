package dev.revgraph.sample;

import dev.revgraph.MigrationEngine;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets Hibernate compare entities and tables only where all revisions are applied. Who allows pending revisions wants
 * the service to start, and the comparison would refuse it.
 */
@Component
class ValidationOfEntities implements HibernatePropertiesCustomizer {

    private static final Logger logger = LoggerFactory.getLogger(ValidationOfEntities.class);

    private final MigrationEngine migrations;

    ValidationOfEntities(MigrationEngine migrations) {
        this.migrations = migrations;
    }

    @Override
    public void customize(Map<String, Object> hibernate) {
        var pending = migrations.status().pending();
        if (!pending.isEmpty()) {
            logger.warn("{} revisions are pending: the entities are not compared with the tables", pending.size());
            hibernate.put("hibernate.hbm2ddl.auto", "none");
        }
    }
}
