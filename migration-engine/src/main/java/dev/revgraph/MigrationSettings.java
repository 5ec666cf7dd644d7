package dev.revgraph;

import dev.revgraph.store.SchemaName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How an engine behaves; immutable. {@link #defaults()} is what the documentation promises, {@link #with} changes a
 * copy: {@code MigrationSettings.defaults().with(s -> s.schema("ops").lockRetries(3))}.
 *
 * @param locations where revision files are looked for, {@code classpath:} or {@code filesystem:}
 * @param repeatableLocations where repeatable scripts are looked for
 * @param schema the schema of the migration tables; {@code null}: the connection's current schema
 * @param target what a run without a target of its own goes to, and what "pending" is measured against
 * @param transaction one transaction for each revision, or one for the whole run
 * @param lockTimeout how long a statement waits for a lock; zero waits for ever
 * @param lockRetries how often a revision is tried again after such a wait ended in vain
 * @param statementTimeout how long a statement may run; {@code null} leaves the server's own setting
 * @param waitForLock how long an instance waits for another one that is migrating
 * @param connectRetries how often a connection is tried again, with growing pauses, when the server does not answer
 * @param allowAhead whether unknown applied revisions are accepted
 * @param outOfOrder whether revisions that appeared below applied ones may be applied
 * @param onModified what a changed revision file does whose revision is applied
 * @param placeholders replaced in revision files, {@code ${name}}
 * @param diagnosisSampleRows how many rows the explanation of a failure shows at most; with 0 no values of rows are shown
 * @param application name of the application, for the records
 * @param applicationVersion version of the application, for the records
 */
public record MigrationSettings(
        List<String> locations,
        List<String> repeatableLocations,
        @Nullable String schema,
        String target,
        TransactionMode transaction,
        Duration lockTimeout,
        int lockRetries,
        @Nullable Duration statementTimeout,
        Duration waitForLock,
        int connectRetries,
        boolean allowAhead,
        boolean outOfOrder,
        OnModified onModified,
        Map<String, String> placeholders,
        int diagnosisSampleRows,
        @Nullable String application,
        @Nullable String applicationVersion) {

    /** How many transactions a run has. */
    public enum TransactionMode {
        PER_REVISION,
        ALL
    }

    /** What to do about a revision whose file has changed since it was applied. */
    public enum OnModified {
        FAIL,
        WARN
    }

    public MigrationSettings {
        locations = List.copyOf(locations);
        repeatableLocations = List.copyOf(repeatableLocations);
        placeholders = java.util.Collections.unmodifiableMap(new TreeMap<>(placeholders));
        if (schema != null) {
            SchemaName.objection(schema).ifPresent(reason -> {
                throw new IllegalArgumentException("The setting \"schema\" is no name for a schema: " + reason);
            });
        }
        requireNotNegative("lock-timeout", lockTimeout);
        requireNotNegative("wait-for-lock", waitForLock);
        if (statementTimeout != null) {
            requireNotNegative("statement-timeout", statementTimeout);
        }
        if (lockRetries < 0 || connectRetries < 0) {
            throw new IllegalArgumentException("The number of retries is negative.");
        }
        if (diagnosisSampleRows < 0) {
            throw new IllegalArgumentException("The number of sample rows is negative.");
        }
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("The setting \"" + name + "\" is negative: " + value + ".");
        }
    }

    public static MigrationSettings defaults() {
        return new Builder().build();
    }

    /** A copy with changes. */
    public MigrationSettings with(UnaryOperator<Builder> changes) {
        return changes.apply(new Builder(this)).build();
    }

    /** Collects changes to settings; not thread-safe. */
    public static final class Builder {

        private List<String> locations = List.of("classpath:db/revisions");
        private List<String> repeatableLocations = List.of("classpath:db/repeatable");
        private @Nullable String schema;
        private String target = "head";
        private TransactionMode transaction = TransactionMode.PER_REVISION;
        private Duration lockTimeout = Duration.ofSeconds(5);
        private int lockRetries = 10;
        private @Nullable Duration statementTimeout;
        private Duration waitForLock = Duration.ofMinutes(10);
        private int connectRetries;
        private boolean allowAhead = true;
        private boolean outOfOrder;
        private OnModified onModified = OnModified.FAIL;
        private Map<String, String> placeholders = Map.of();
        private int diagnosisSampleRows = 5;
        private @Nullable String application;
        private @Nullable String applicationVersion;

        private Builder() {}

        private Builder(MigrationSettings from) {
            locations = from.locations;
            repeatableLocations = from.repeatableLocations;
            schema = from.schema;
            target = from.target;
            transaction = from.transaction;
            lockTimeout = from.lockTimeout;
            lockRetries = from.lockRetries;
            statementTimeout = from.statementTimeout;
            waitForLock = from.waitForLock;
            connectRetries = from.connectRetries;
            allowAhead = from.allowAhead;
            outOfOrder = from.outOfOrder;
            onModified = from.onModified;
            placeholders = from.placeholders;
            diagnosisSampleRows = from.diagnosisSampleRows;
            application = from.application;
            applicationVersion = from.applicationVersion;
        }

        public Builder locations(List<String> value) {
            locations = value;
            return this;
        }

        public Builder repeatableLocations(List<String> value) {
            repeatableLocations = value;
            return this;
        }

        public Builder schema(@Nullable String value) {
            schema = value;
            return this;
        }

        public Builder target(String value) {
            target = value;
            return this;
        }

        public Builder transaction(TransactionMode value) {
            transaction = value;
            return this;
        }

        public Builder lockTimeout(Duration value) {
            lockTimeout = value;
            return this;
        }

        public Builder lockRetries(int value) {
            lockRetries = value;
            return this;
        }

        public Builder statementTimeout(@Nullable Duration value) {
            statementTimeout = value;
            return this;
        }

        public Builder waitForLock(Duration value) {
            waitForLock = value;
            return this;
        }

        public Builder connectRetries(int value) {
            connectRetries = value;
            return this;
        }

        public Builder allowAhead(boolean value) {
            allowAhead = value;
            return this;
        }

        public Builder outOfOrder(boolean value) {
            outOfOrder = value;
            return this;
        }

        public Builder onModified(OnModified value) {
            onModified = value;
            return this;
        }

        public Builder placeholders(Map<String, String> value) {
            placeholders = value;
            return this;
        }

        public Builder diagnosisSampleRows(int value) {
            diagnosisSampleRows = value;
            return this;
        }

        public Builder application(@Nullable String name, @Nullable String version) {
            application = name;
            applicationVersion = version;
            return this;
        }

        MigrationSettings build() {
            return new MigrationSettings(
                    locations,
                    repeatableLocations,
                    schema,
                    target,
                    transaction,
                    lockTimeout,
                    lockRetries,
                    statementTimeout,
                    waitForLock,
                    connectRetries,
                    allowAhead,
                    outOfOrder,
                    onModified,
                    placeholders,
                    diagnosisSampleRows,
                    application,
                    applicationVersion);
        }
    }
}
