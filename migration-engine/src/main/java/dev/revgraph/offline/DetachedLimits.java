package dev.revgraph.offline;

import dev.revgraph.MigrationSettings;
import dev.revgraph.script.SqlStatement;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The time-outs of the statements of a revision that has no transaction, unless it has set them itself. Follows its
 * statements in their order.
 */
final class DetachedLimits {

    private static final String LOCK = "lock_timeout";
    private static final String STATEMENT = "statement_timeout";

    private final Duration lock;
    private final boolean ownLock;
    private final @Nullable Duration statement;

    private boolean lockSet;
    private boolean statementSet;

    DetachedLimits(StepContent content, MigrationSettings settings) {
        this.lock = content.lockTimeout().orElse(settings.lockTimeout());
        this.ownLock = content.lockTimeout().isPresent();
        this.statement = content.statementTimeout().orElse(settings.statementTimeout());
    }

    /** A statement has been written. */
    void after(SqlStatement written) {
        if (written.changesSession()) {
            String text = written.text().toLowerCase(Locale.ROOT);
            lockSet |= text.contains(LOCK);
            statementSet |= text.contains(STATEMENT);
        }
    }

    /** Until the end of the transaction that is open. */
    String ofTransaction() {
        return set("SET LOCAL ", lock);
    }

    /** From now on. Who waits for a CONCURRENTLY statement's lock holds up nobody, and giving up would leave half an index. */
    String ofSession(SqlStatement next) {
        boolean concurrent = next.text().toUpperCase(Locale.ROOT).contains("CONCURRENTLY");
        return set("SET ", concurrent && !ownLock ? Duration.ZERO : lock);
    }

    private String set(String verb, Duration lockTimeout) {
        return (lockSet ? "" : verb + LOCK + " = " + lockTimeout.toMillis() + ";\n")
                + (statement == null || statementSet ? "" : verb + STATEMENT + " = " + statement.toMillis() + ";\n");
    }
}
