package dev.revgraph.cli.standalone;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationSettings;
import dev.revgraph.backup.BackupSettings;
import dev.revgraph.backup.ClientPrograms;
import dev.revgraph.cli.CommandException;
import dev.revgraph.cli.ConnectionOptions;
import dev.revgraph.cli.DatabaseUrl;
import dev.revgraph.script.IdStyle;
import dev.revgraph.store.SchemaName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** What was typed, completed by what the environment says and by what is usual. */
final class Choices {

    private static final String PREFIX = "filesystem:";

    /** Where a project that is no jar yet, or a folder for operators, has its files. */
    private static final List<String> USUAL_FOLDERS = List.of("src/main/resources/db/revisions", "db/revisions");

    private static final int CONNECT_SECONDS = 10;

    private final ConnectionOptions options;
    private final Map<String, String> environment;

    Choices(ConnectionOptions options, Map<String, String> environment) {
        this.options = options;
        this.environment = environment;
    }

    /** The database; empty if none is named. */
    Optional<PGSimpleDataSource> dataSource() {
        return Stream.of(Optional.ofNullable(options.url()), variable("MIGRATION_URL"), variable("DATABASE_URL"))
                .flatMap(Optional::stream)
                .findFirst()
                .map(DatabaseUrl::parse)
                .map(this::connecting);
    }

    private PGSimpleDataSource connecting(DatabaseUrl url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setConnectTimeout(CONNECT_SECONDS);
        dataSource.setApplicationName("revgraph");
        try {
            dataSource.setURL(url.jdbcUrl());
        } catch (IllegalArgumentException malformed) {
            // Without the cause: its message is the URL, password and all.
            throw DatabaseUrl.unreadable("host, port or database have no form that the driver knows");
        }
        String username = first(options.username(), variable("MIGRATION_USERNAME"), url.username());
        if (username != null) {
            dataSource.setUser(username);
        }
        String password = first(options.password(), variable("MIGRATION_PASSWORD"), url.password());
        if (password != null) {
            dataSource.setPassword(password);
        }
        return dataSource;
    }

    MigrationSettings settings() {
        List<String> locations = locations();
        return MigrationSettings.defaults()
                .with(settings -> settings.locations(locations)
                        .repeatableLocations(repeatables(locations))
                        .schema(schema())
                        .target(variable("MIGRATION_TARGET").orElse("head"))
                        .placeholders(options.placeholders())
                        .diagnosisSampleRows(sampleRows())
                        .application("migration-cli", getClass().getPackage().getImplementationVersion()));
    }

    BackupSettings backupSettings() {
        return new BackupSettings(
                Path.of(variable("MIGRATION_BACKUP_FOLDER").orElse(BackupSettings.USUAL_FOLDER)),
                number("MIGRATION_BACKUP_KEEP", 0, "all backups are kept"),
                new ClientPrograms(
                        environment.getOrDefault("PATH", ""),
                        variable("MIGRATION_BACKUP_PROGRAMS").map(Path::of).orElse(null)),
                schema());
    }

    IdStyle idStyle() {
        String text = variable("MIGRATION_ID_STYLE").orElse(IdStyle.DATE.text());
        return IdStyle.of(text)
                .orElseThrow(() -> new CommandException(
                        ErrorCode.USAGE,
                        "The variable MIGRATION_ID_STYLE is \"" + text + "\", and ids are not made so.",
                        "Set it to "
                                + Arrays.stream(IdStyle.values())
                                        .map(IdStyle::text)
                                        .collect(Collectors.joining(" or "))
                                + ".",
                        List.of()));
    }

    private @Nullable String schema() {
        String name = first(options.schema(), variable("MIGRATION_SCHEMA"), null);
        Optional<String> objection = name == null ? Optional.empty() : SchemaName.objection(name);
        if (objection.isPresent()) {
            throw new CommandException(
                    ErrorCode.USAGE,
                    "\"" + name + "\" is no name for a schema. " + objection.get(),
                    "Give another one with `--schema` or MIGRATION_SCHEMA, or none for the connection's own.",
                    List.of());
        }
        return name;
    }

    private int sampleRows() {
        return number(
                "MIGRATION_DIAGNOSIS_SAMPLE_ROWS",
                MigrationSettings.defaults().diagnosisSampleRows(),
                "no values of rows are shown");
    }

    private int number(String name, int otherwise, String zero) {
        String text = variable(name).orElse(String.valueOf(otherwise));
        if (!text.matches("\\d{1,4}")) {
            throw new CommandException(
                    ErrorCode.USAGE,
                    "The variable " + name + " is \"" + text + "\", which is no number.",
                    "Set it to 0, so that " + zero + ", or to another number.",
                    List.of());
        }
        return Integer.parseInt(text);
    }

    private List<String> locations() {
        if (!options.locations().isEmpty()) {
            return options.locations();
        }
        Optional<String> named = variable("MIGRATION_LOCATIONS");
        if (named.isPresent()) {
            return Arrays.stream(named.get().split(",")).map(String::strip).toList();
        }
        return USUAL_FOLDERS.stream()
                .filter(folder -> Files.isDirectory(Path.of(folder)))
                .findFirst()
                .map(folder -> List.of(PREFIX + folder))
                .orElseGet(() ->
                        USUAL_FOLDERS.stream().map(folder -> PREFIX + folder).toList());
    }

    /** Beside the revisions, where there is such a folder. */
    private static List<String> repeatables(List<String> locations) {
        return locations.stream()
                .filter(location -> location.startsWith(PREFIX))
                .map(location -> Path.of(location.substring(PREFIX.length())).resolveSibling("repeatable"))
                .filter(Files::isDirectory)
                .map(folder -> PREFIX + folder)
                .distinct()
                .toList();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static @Nullable String first(
            @Nullable String typed, Optional<String> variable, @Nullable String otherwise) {
        return typed != null ? typed : variable.orElse(otherwise);
    }
}
