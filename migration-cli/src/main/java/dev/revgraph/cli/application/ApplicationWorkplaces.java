package dev.revgraph.cli.application;

import dev.revgraph.cli.ConnectionOptions;
import dev.revgraph.cli.DatabaseUrl;
import dev.revgraph.cli.Workplace;
import dev.revgraph.cli.WorkplaceFactory;
import dev.revgraph.run.MigrationListener;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes workplaces from the configuration of the application around the commands; what is typed wins over it. */
final class ApplicationWorkplaces implements WorkplaceFactory {

    private final String invocation;
    private final List<String> properties;

    /** @param properties of the configuration, as typed: {@code --spring.profiles.active=prod} */
    ApplicationWorkplaces(String invocation, List<String> properties) {
        this.invocation = invocation;
        this.properties = List.copyOf(properties);
    }

    @Override
    public String invocation() {
        return invocation;
    }

    @Override
    public Workplace open(ConnectionOptions options, MigrationListener listener) {
        DatabaseUrl url = options.url() == null ? null : DatabaseUrl.parse(options.url());
        String jdbcUrl = url == null ? null : url.jdbcUrl();
        PropertyArguments arguments = new PropertyArguments(properties)
                .set("migration.url", jdbcUrl)
                // The application may have its own from where it runs, and none here. Commands do not connect to it.
                .set(ApplicationWorkplace.APPLICATION_URL, jdbcUrl)
                .set("migration.username", first(options.username(), url == null ? null : url.username()))
                .set("migration.password", first(options.password(), url == null ? null : url.password()))
                .set("migration.schema", options.schema())
                .set(
                        "migration.locations",
                        options.locations().isEmpty() ? null : String.join(",", options.locations()));
        options.placeholders().forEach((key, value) -> arguments.set("migration.placeholders[" + key + "]", value));
        return new ApplicationWorkplace(arguments, options.debug(), listener);
    }

    private static @Nullable String first(@Nullable String typed, @Nullable String otherwise) {
        return typed == null ? otherwise : typed;
    }
}
