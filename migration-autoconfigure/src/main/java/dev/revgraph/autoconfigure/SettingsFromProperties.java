package dev.revgraph.autoconfigure;

import dev.revgraph.MigrationSettings;
import dev.revgraph.store.SchemaName;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/** Translates {@link MigrationProperties} into the engine's settings, and refuses what makes no sense there. */
final class SettingsFromProperties {

    /** {@code +1}, {@code current-2}, {@code billing@current}: depends on wherever the database happens to be. */
    private static final Pattern RELATIVE = Pattern.compile("(.+@)?(current|(current)?[+-]\\d+)");

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    private SettingsFromProperties() {}

    static MigrationSettings of(MigrationProperties properties, Environment environment) {
        refuseNonsense(properties);
        return MigrationSettings.defaults()
                .with(settings -> settings.locations(properties.locations())
                        .repeatableLocations(properties.repeatableLocations())
                        .schema(schema(properties))
                        .target(properties.target())
                        .transaction(properties.transaction())
                        .lockTimeout(properties.lockTimeout())
                        .lockRetries(properties.lockRetries())
                        .statementTimeout(properties.statementTimeout())
                        .waitForLock(properties.waitForLock())
                        .connectRetries(properties.connectRetries())
                        .allowAhead(properties.allowAhead())
                        .outOfOrder(properties.outOfOrder())
                        .onModified(properties.onModified())
                        .placeholders(properties.placeholders())
                        .diagnosisSampleRows(properties.diagnosis().sampleRows())
                        .application(
                                environment.getProperty("spring.application.name"),
                                environment.getProperty("spring.application.version")));
    }

    /** The schema of the records; {@code null} for the connection's own, which an empty value means as well. */
    static @Nullable String schema(MigrationProperties properties) {
        String name = properties.schema();
        if (name == null || name.isEmpty()) {
            return null;
        }
        SchemaName.objection(name).ifPresent(reason -> {
            throw invalid("schema", name, reason);
        });
        return name;
    }

    private static void refuseNonsense(MigrationProperties properties) {
        refuseRelative(properties.target());
        refuseEmpty("locations", properties.locations());
        refuseWhatServersCannotCount("lock-timeout", properties.lockTimeout());
        refuseWhatServersCannotCount("statement-timeout", properties.statementTimeout());
        refuseNegative("wait-for-lock", properties.waitForLock());
        if (properties.drift().interval() != null
                && properties.drift().interval().toSeconds() < 1) {
            throw invalid("drift.interval", properties.drift().interval(), "It is shorter than a second.");
        }
        refuseNegative("lock-retries", properties.lockRetries());
        refuseNegative("connect-retries", properties.connectRetries());
        if (properties.backup().keep() < 0) {
            throw invalid("backup.keep", properties.backup().keep(), "A number of backups cannot be negative.");
        }
        if (properties.diagnosis().sampleRows() < 0) {
            throw invalid(
                    "diagnosis.sample-rows",
                    properties.diagnosis().sampleRows(),
                    "A number of rows cannot be negative.");
        }
    }

    private static void refuseRelative(String target) {
        if (target.isBlank()) {
            throw invalid("target", target, "It is empty. The usual target is \"head\".");
        }
        if (RELATIVE.matcher(target).matches()) {
            throw invalid(
                    "target",
                    target,
                    "It is relative to where the database is, so every start would mean another revision. Name one,"
                            + " \"head\" or \"heads\".");
        }
    }

    private static void refuseEmpty(String name, List<String> values) {
        if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
            throw invalid(name, values, "A location is empty. The usual one is \"classpath:db/revisions\".");
        }
    }

    /** PostgreSQL keeps time-outs as a number of milliseconds. What is cut off to 0 would be no time-out at all. */
    private static void refuseWhatServersCannotCount(String name, @Nullable Duration value) {
        refuseNegative(name, value);
        if (value == null || value.isZero()) {
            return;
        }
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw invalid(name, value, "PostgreSQL takes 1 millisecond to 24 days, or 0 for no limit.");
        }
    }

    private static void refuseNegative(String name, @Nullable Duration value) {
        if (value != null && value.isNegative()) {
            throw invalid(name, value, "A time span cannot be negative.");
        }
    }

    private static void refuseNegative(String name, int value) {
        if (value < 0) {
            throw invalid(name, value, "A number of retries cannot be negative.");
        }
    }

    private static InvalidConfigurationPropertyValueException invalid(String name, Object value, String reason) {
        return new InvalidConfigurationPropertyValueException("migration." + name, value, reason);
    }
}
