package dev.revgraph.autoconfigure.entities;

import dev.revgraph.rehearse.Model;
import dev.revgraph.rehearse.SqlModel;
import dev.revgraph.schema.diff.Measure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.persistence.autoconfigure.EntityScanPackages;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.orm.jpa.persistenceunit.ManagedClassNameFilter;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypesScanner;

/** What Hibernate would create for the entities, written by its own schema export. */
final class EntityModel implements Model {

    private static final String NAME = "the entities";

    private final SchemaExport export;

    private EntityModel(SchemaExport export) {
        this.export = export;
    }

    static Optional<EntityModel> in(ConfigurableApplicationContext context) {
        PersistenceManagedTypes types =
                context.getBeanProvider(PersistenceManagedTypes.class).getIfAvailable(() -> scan(context));
        return types.getManagedClassNames().isEmpty()
                ? Optional.empty()
                : Optional.of(new EntityModel(new SchemaExport(context, types)));
    }

    /** As Spring Boot does for its entity manager. */
    private static PersistenceManagedTypes scan(ConfigurableApplicationContext context) {
        List<String> packages = EntityScanPackages.get(context).getPackageNames();
        if (packages.isEmpty() && AutoConfigurationPackages.has(context)) {
            packages = AutoConfigurationPackages.get(context);
        }
        return new PersistenceManagedTypesScanner(
                        context,
                        context.getBeanProvider(ManagedClassNameFilter.class).getIfAvailable())
                .scan(packages.toArray(String[]::new));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Measure measure() {
        return Measure.entities();
    }

    @Override
    public void build(Connection connection) throws SQLException {
        SqlModel.run(connection, NAME, export.script(connection.getMetaData()));
    }
}
