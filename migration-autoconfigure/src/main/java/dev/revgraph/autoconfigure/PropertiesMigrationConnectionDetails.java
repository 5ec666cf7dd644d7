package dev.revgraph.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Connection details from {@code migration.url}, {@code migration.username} and {@code migration.password}. */
final class PropertiesMigrationConnectionDetails implements MigrationConnectionDetails {

    private final MigrationProperties properties;

    PropertiesMigrationConnectionDetails(MigrationProperties properties) {
        this.properties = properties;
        if (getPassword() != null && getUsername() == null && getJdbcUrl() == null) {
            throw new DataSourceChoiceException(
                    "The property \"migration.password\" is set, but \"migration.username\" is not, so it is not clear whose"
                            + " password it is.",
                    "Set `migration.username` too, or remove `migration.password`.");
        }
    }

    @Override
    public @Nullable String getJdbcUrl() {
        return textOrNull(properties.url());
    }

    @Override
    public @Nullable String getUsername() {
        return textOrNull(properties.username());
    }

    @Override
    public @Nullable String getPassword() {
        return textOrNull(properties.password());
    }

    private static @Nullable String textOrNull(@Nullable String value) {
        return StringUtils.hasText(value) ? value : null;
    }
}
