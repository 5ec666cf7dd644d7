package dev.revgraph.autoconfigure.entities;

import dev.revgraph.rehearse.ShadowException;
import jakarta.persistence.PersistenceException;
import java.io.StringWriter;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.model.naming.ImplicitNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.hibernate.autoconfigure.HibernateProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.hibernate.autoconfigure.HibernateSettings;
import org.springframework.boot.jpa.autoconfigure.JpaProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.orm.jpa.persistenceunit.DefaultPersistenceUnitManager;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Hibernate's export of a schema as a script, configured as the application configures Hibernate. */
final class SchemaExport {

    /** What would end up in the script and is no part of the schema, or would go to a database. */
    private static final List<String> LEFT_OUT = List.of(
            JdbcSettings.JAKARTA_JTA_DATASOURCE,
            JdbcSettings.JAKARTA_NON_JTA_DATASOURCE,
            SchemaToolingSettings.HBM2DDL_AUTO,
            "hibernate.hbm2ddl.import_files",
            SchemaToolingSettings.JAKARTA_HBM2DDL_CREATE_SCRIPT_SOURCE,
            SchemaToolingSettings.JAKARTA_HBM2DDL_DATABASE_ACTION,
            SchemaToolingSettings.JAKARTA_HBM2DDL_LOAD_SCRIPT_SOURCE,
            SchemaToolingSettings.JAKARTA_HBM2DDL_SCRIPTS_DROP_TARGET);

    private final ConfigurableApplicationContext context;
    private final PersistenceManagedTypes types;

    SchemaExport(ConfigurableApplicationContext context, PersistenceManagedTypes types) {
        this.context = context;
        this.types = types;
    }

    /**
     * Writes it, without a connection of Hibernate's own.
     *
     * @param server whose version decides what may be written
     * @throws ShadowException if the entities cannot be mapped
     */
    String script(DatabaseMetaData server) throws SQLException {
        StringWriter script = new StringWriter();
        Map<String, Object> settings = settings();
        settings.put(JdbcSettings.ALLOW_METADATA_ON_BOOT, false);
        settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, server.getDatabaseProductName());
        settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, Integer.toString(server.getDatabaseMajorVersion()));
        settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, Integer.toString(server.getDatabaseMinorVersion()));
        settings.put(SchemaToolingSettings.JAKARTA_HBM2DDL_SCRIPTS_ACTION, "create");
        settings.put(SchemaToolingSettings.JAKARTA_HBM2DDL_SCRIPTS_CREATE_TARGET, script);
        settings.put(SchemaToolingSettings.JAKARTA_HBM2DDL_CREATE_SCHEMAS, true);
        settings.put(SchemaToolingSettings.HBM2DDL_DELIMITER, ";");
        settings.put(SchemaToolingSettings.HBM2DDL_SKIP_DEFAULT_IMPORT_FILE, true);
        DefaultPersistenceUnitManager units = new DefaultPersistenceUnitManager();
        units.setResourceLoader(context);
        units.setPersistenceXmlLocations();
        units.setManagedTypes(types);
        List<String> mappings = jpa().getMappingResources();
        if (!mappings.isEmpty()) {
            units.setMappingResources(mappings.toArray(String[]::new));
        }
        try {
            units.afterPropertiesSet();
            new HibernateJpaVendorAdapter()
                    .getPersistenceProvider()
                    .generateSchema(units.obtainDefaultPersistenceUnitInfo(), settings);
        } catch (PersistenceException failure) {
            throw ShadowException.badModel(
                    "Hibernate does not make a schema of the entities: "
                            + innermost(failure).getMessage() + ".",
                    "Correct the entity or its configuration; the application would not start with it either.",
                    failure);
        }
        return script.toString();
    }

    private JpaProperties jpa() {
        return bind("spring.jpa", JpaProperties.class);
    }

    private <T> T bind(String prefix, Class<T> type) {
        return Binder.get(context.getEnvironment()).bindOrCreate(prefix, type);
    }

    private Map<String, Object> settings() {
        JpaProperties jpa = jpa();
        List<HibernatePropertiesCustomizer> customizers = context.getBeanProvider(HibernatePropertiesCustomizer.class)
                .orderedStream()
                .toList();
        Map<String, String> written = new LinkedHashMap<>(jpa.getProperties());
        if (jpa.getDatabasePlatform() != null) {
            written.putIfAbsent(JdbcSettings.DIALECT, jpa.getDatabasePlatform());
        }
        Map<String, Object> settings = new HashMap<>(bind("spring.jpa.hibernate", HibernateProperties.class)
                .determineHibernateProperties(
                        written,
                        new HibernateSettings().ddlAuto(() -> "none").hibernatePropertiesCustomizers(customizers)));
        context.getBeanProvider(ImplicitNamingStrategy.class)
                .ifAvailable(strategy -> settings.put(MappingSettings.IMPLICIT_NAMING_STRATEGY, strategy));
        context.getBeanProvider(PhysicalNamingStrategy.class)
                .ifAvailable(strategy -> settings.put(MappingSettings.PHYSICAL_NAMING_STRATEGY, strategy));
        LEFT_OUT.forEach(settings::remove);
        return settings;
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
