package dev.revgraph.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * How migrations connect, when not through the application's own data source. By default this is what
 * {@code migration.url}, {@code migration.username} and {@code migration.password} say; a bean of this type (from a
 * container, from Docker Compose, or one's own) takes their place.
 */
public interface MigrationConnectionDetails extends ConnectionDetails {

    /** The JDBC URL; {@code null} for that of the application's data source. */
    @Nullable String getJdbcUrl();

    /** The role that migrates; {@code null} for that of the application's data source. */
    @Nullable String getUsername();

    /** Its password; {@code null} if there is none. */
    @Nullable String getPassword();
}
