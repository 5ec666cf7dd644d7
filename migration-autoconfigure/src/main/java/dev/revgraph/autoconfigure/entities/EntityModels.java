package dev.revgraph.autoconfigure.entities;

import dev.revgraph.rehearse.Model;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/** Finds the entities of an application. */
public final class EntityModels {

    private static final String HIBERNATE = "org.springframework.boot.hibernate.autoconfigure.HibernateProperties";

    private EntityModels() {}

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
