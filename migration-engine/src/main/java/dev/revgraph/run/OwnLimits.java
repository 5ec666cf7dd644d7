package dev.revgraph.run;

import dev.revgraph.script.SqlStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The time-outs of statements that have no transaction in common. What the statements themselves set, stays. */
final class OwnLimits {

    private static final String LOCK = "lock_timeout";
    private static final String STATEMENT = "statement_timeout";

    private final RunContext run;
    private final Work work;
    private boolean lockTimeoutSet;
    private boolean statementTimeoutSet;

    OwnLimits(RunContext run, Work work) {
        this.run = run;
        this.work = work;
    }

    /** A statement has been run. */
    void after(SqlStatement statement) {
        if (statement.changesSession()) {
            String text = statement.text().toLowerCase(Locale.ROOT);
            lockTimeoutSet |= text.contains(LOCK);
            statementTimeoutSet |= text.contains(STATEMENT);
        }
    }

    /** What has to be selected in a transaction for the limits to hold until its end. */
    String forTransaction() {
        return select(true, run.settings.lockTimeout());
    }

    /**
     * Sets the limits for the session, because there is no transaction to bind them to.
     *
     * @param concurrent whether waiting for a lock holds up nobody else, and giving up would leave half an index
     */
    void forSession(boolean concurrent) {
        String settings = select(false, concurrent ? Duration.ZERO : run.settings.lockTimeout());
        if (!settings.isEmpty()) {
            run.session.jdbc().query("SELECT " + settings, row -> {});
        }
    }

    private String select(boolean local, Duration usualLockTimeout) {
        List<String> settings = new ArrayList<>();
        if (!lockTimeoutSet) {
            settings.add(set(LOCK, work.lockTimeout().orElse(usualLockTimeout), local));
        }
        Duration limit = statementTimeout();
        if (limit != null && !statementTimeoutSet) {
            settings.add(set(STATEMENT, limit, local));
        }
        return String.join(", ", settings);
    }

    private @Nullable Duration statementTimeout() {
        return work.statementTimeout().orElse(run.settings.statementTimeout());
    }

    private static String set(String name, Duration limit, boolean local) {
        return "pg_catalog.set_config('" + name + "', '" + limit.toMillis() + "', " + local + ")";
    }
}
