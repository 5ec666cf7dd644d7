package dev.revgraph.autoconfigure.entities;

import dev.revgraph.MigrationEngine;
import dev.revgraph.autoconfigure.DirectLogin;
import dev.revgraph.rehearse.Model;
import dev.revgraph.rehearse.SchemaReport;
import dev.revgraph.rehearse.Shadows;
import dev.revgraph.server.Login;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/** Finds the entities of an application. */
public final class EntityModels {

    private static final String HIBERNATE = "org.springframework.boot.hibernate.autoconfigure.HibernateProperties";

    private EntityModels() {}

    /**
     * In what the head of the application's revisions differs from what its entities want, for a test of a running
     * application. Both are built in a shadow database beside its own, so the role has to be one that may create one.
     *
     * @throws IllegalStateException if the application has no entities, or no engine
     * @throws dev.revgraph.MigrationException if there is no shadow, or a revision fails in it
     */
    public static SchemaReport compare(ConfigurableApplicationContext context) {
        MigrationEngine engine = context.getBean(MigrationEngine.class);
        Model entities = in(context).orElseThrow(() -> new IllegalStateException("The application has no entities."));
        Login login = DirectLogin.of(engine.dataSource())
                .orElseThrow(() -> new IllegalStateException("The data source does not tell how it connects."));
        return engine.comparisons(Shadows.beside(login)).check(entities);
    }

    /**
     * The schema that the application's entities want, by its packages ({@code @EntityScan}) and its configuration
     * ({@code spring.jpa}); no entity manager has to be there. Nothing without Hibernate, or without an entity.
     */
    public static Optional<Model> in(ConfigurableApplicationContext context) {
        return ClassUtils.isPresent(HIBERNATE, context.getClassLoader())
                ? EntityModel.in(context).map(Model.class::cast)
                : Optional.empty();
    }
}
