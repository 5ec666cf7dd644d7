package dev.revgraph.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The options that every command has. Filled by picocli, then read only. */
@Command(
        name = "migration",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:failed; the message says what, where and what to type next",
            " 2:wrong usage",
            " 3:the condition that was asked for does not hold"
        })
public final class Root implements Runnable {

    /** How results are printed. */
    public enum Format {
        text,
        json
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Database, \"jdbc:postgresql://host:port/db\" or \"postgres://user:pass@host:port/db\"."
                    + " Otherwise MIGRATION_URL, DATABASE_URL, or the application's own.")
    private @Nullable String url;

    @Option(
            names = "--username",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Role that connects. Otherwise MIGRATION_USERNAME.")
    private @Nullable String username;

    @Option(
            names = "--password",
            paramLabel = "WORD",
            scope = ScopeType.INHERIT,
            description = "Its password. Otherwise MIGRATION_PASSWORD, which other users of the machine cannot see.")
    private @Nullable String password;

    @Option(
            names = "--location",
            paramLabel = "PLACE",
            scope = ScopeType.INHERIT,
            description =
                    "Folder with revision files, \"filesystem:db/revisions\" or \"classpath:db/revisions\"; may be"
                            + " repeated. Otherwise MIGRATION_LOCATIONS.")
    private List<String> locations = List.of();

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description =
                    "Schema of the migration tables. Otherwise MIGRATION_SCHEMA, or the connection's current one.")
    private @Nullable String schema;

    @Option(
            names = "--placeholder",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description = "Value that replaces $${KEY} in revision files; may be repeated.")
    private Map<String, String> placeholders = Map.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "\"text\" for people, or \"json\" for programs: on standard output alone.")
    private Format format = Format.text;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces and the log.")
    private boolean debug;

    public boolean json() {
        return format == Format.json;
    }

    public boolean debug() {
        return debug;
    }

    public ConnectionOptions connection() {
        return new ConnectionOptions(url, username, password, locations, schema, placeholders, debug);
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "No command is named.");
        }
    }
}
