package dev.revgraph.cli.application;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationException;
import dev.revgraph.autoconfigure.BackupsFromProperties;
import dev.revgraph.autoconfigure.DirectLogin;
import dev.revgraph.autoconfigure.MigrationProperties;
import dev.revgraph.autoconfigure.entities.EntityModels;
import dev.revgraph.backup.BackupSettings;
import dev.revgraph.cli.CommandException;
import dev.revgraph.cli.Workplace;
import dev.revgraph.rehearse.Model;
import dev.revgraph.run.MigrationListener;
import dev.revgraph.script.IdStyle;
import dev.revgraph.server.Login;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertyResolver;
import org.springframework.util.PlaceholderResolutionException;

/**
 * The application's database and revisions, without the application: its configuration is read as it would read it, its
 * data source and the engine are made, and nothing else of it is.
 */
final class ApplicationWorkplace implements Workplace {

    static final String APPLICATION_URL = "spring.datasource.url";

    /** A database that is never connected to, in the place of the one that the configuration may name. */
    private static final String NOWHERE = "jdbc:postgresql://offline.invalid/offline";

    private final PropertyArguments arguments;
    private final MigrationListener listener;
    private @Nullable ConfigurableApplicationContext context;

    /** @param arguments properties as typed; the workplace adds its own */
    ApplicationWorkplace(PropertyArguments arguments, boolean debug, MigrationListener listener) {
        this.arguments = arguments
                .set("migration.enabled", "true")
                .set("migration.on-startup", "none")
                .set("spring.main.banner-mode", "off")
                .set("spring.main.lazy-initialization", "true")
                .set("spring.main.sources", "")
                .set("spring.main.web-application-type", "none")
                .set("logging.threshold.console", debug ? null : "OFF")
                // The command tells of a failed start itself. In a packed jar Logback breaks down over its stack trace.
                .set("logging.level." + SpringApplication.class.getName(), "OFF");
        this.listener = listener;
    }

    @Override
    public MigrationEngine engine() {
        return context()
                .getBeanProvider(MigrationEngine.class)
                .orderedStream()
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        ErrorCode.USAGE,
                        "The configuration of the application names no database, as far as it can be seen without"
                                + " starting the application.",
                        "Set `spring.datasource.url` or `migration.url`. If a configuration class of the application"
                                + " defines the data source, name that class in META-INF/spring/"
                                + AutoConfigureMigrationCommands.class.getName() + ".imports.",
                        (Throwable) null));
    }

    private ConfigurableApplicationContext context() {
        if (context == null) {
            context = start();
        }
        return context;
    }

    @Override
    public Optional<Model> entities() {
        return EntityModels.in(context());
    }

    @Override
    public MigrationEngine offlineEngine() {
        if (context == null) {
            arguments.set("migration.url", NOWHERE).set(APPLICATION_URL, NOWHERE);
        }
        return engine();
    }

    @Override
    public Login login() {
        return DirectLogin.of(engine().dataSource())
                .orElseThrow(() -> new CommandException(
                        ErrorCode.CONNECTION,
                        "The data source of the application does not tell how it connects, so nothing can be made beside its"
                                + " database, and PostgreSQL's programs cannot be told.",
                        "Set `migration.url`, `migration.username` and `migration.password`.",
                        List.of()));
    }

    @Override
    public BackupSettings backupSettings() {
        return BackupsFromProperties.of(properties());
    }

    @Override
    public IdStyle idStyle() {
        return properties().idStyle();
    }

    private MigrationProperties properties() {
        return context().getBean(MigrationProperties.class);
    }

    @Override
    public boolean hasDatabase() {
        return true;
    }

    private ConfigurableApplicationContext start() {
        Class<?> application = ApplicationClass.find();
        SpringApplication spring = new SpringApplication(CommandsConfiguration.class);
        spring.setMainApplicationClass(application);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setLogStartupInfo(false);
        // A signal must not close the data source under a run that is about to stop; the command closes it.
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(starting -> requireJdbc(starting.getEnvironment()));
        spring.addInitializers(new ApplicationPackages(application));
        spring.addInitializers(
                starting -> starting.getBeanFactory().registerSingleton("migrationCommandProgress", listener));
        try {
            return spring.run(arguments.all().toArray(String[]::new));
        } catch (RuntimeException failure) {
            throw explained(failure);
        }
    }

    /** Without the URL itself, which may hold a password. */
    private static void requireJdbc(PropertyResolver configuration) {
        String url;
        try {
            url = configuration.getProperty(APPLICATION_URL, "");
        } catch (PlaceholderResolutionException unresolved) {
            // Says the URL. Boot takes such a placeholder as it is written, if the property is read at all.
            return;
        }
        if (!url.isBlank() && !url.startsWith("jdbc:")) {
            throw new CommandException(
                    ErrorCode.USAGE,
                    "The property \"" + APPLICATION_URL + "\" is no JDBC URL.",
                    "Write `" + APPLICATION_URL
                            + "` as \"jdbc:postgresql://host:port/database\", with user and password in"
                            + " `spring.datasource.username` and `spring.datasource.password`.",
                    (Throwable) null);
        }
    }

    private static RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MigrationException known) {
                return known;
            }
        }
        return CapturedFailure.take()
                .<RuntimeException>map(analysis -> new CommandException(
                        ErrorCode.USAGE,
                        analysis.getDescription(),
                        analysis.getAction() == null ? "Correct the configuration." : analysis.getAction(),
                        failure))
                .orElse(failure);
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
