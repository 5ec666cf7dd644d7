package dev.revgraph.run;

import dev.revgraph.script.SqlStatement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of a revision that has no transaction. Each commits by itself, and the row of the revision counts
 * it before and after. One object for one run of one revision.
 */
final class CountedStatements {

    /** What has no other effect than to change the session, so that a run which goes on later does it again. */
    private static final Pattern SETTING =
            Pattern.compile("(?is)(?:SET|RESET)\\b.*|SELECT\\s+(?:pg_catalog\\s*\\.\\s*)?set_config\\s*\\(.*");

    private final RunContext run;
    private final Work work;
    private final StatementRunner statements;

    private int done;
    private @Nullable Duration lockTimeout;
    private boolean ownLockTimeout;

    CountedStatements(RunContext run, Work work, int finished, String after) {
        this.run = run;
        this.work = work;
        this.done = finished;
        this.statements = new StatementRunner(
                run.session, run.watch, run.interruption, work.revision(), work.direction(), work.origin(), after);
    }

    /** How many are known to have committed. */
    int done() {
        return done;
    }

    /** @throws StatementFailedException for the first one that fails */
    void runRemaining() {
        List<SqlStatement> all = work.statements();
        limitDuration(run, work);
        for (int i = 0; i < done; i++) {
            if (SETTING.matcher(all.get(i).text()).matches()) {
                run(all.get(i), i + 1);
            }
        }
        for (; done < all.size(); done++) {
            patiently(all.get(done));
        }
    }

    /** A statement that did not get its lock has changed nothing, unless it works in several transactions of its own. */
    private void patiently(SqlStatement statement) {
        LockRetries retries = new LockRetries(run);
        while (true) {
            count(done + 1);
            limitWait(statement);
            try {
                run(statement, done + 1);
                return;
            } catch (StatementFailedException failure) {
                if (!LockRetries.help(failure) || isConcurrent(statement)) {
                    throw failure;
                }
                count(done);
                retries.pause(failure);
            }
        }
    }

    private void run(SqlStatement statement, int number) {
        statements.run(statement, number, work.statements().size());
        ownLockTimeout |= statement.changesSession()
                && statement.text().toLowerCase(Locale.ROOT).contains("lock_timeout");
    }

    /** The role that the statements have taken on need not have rights to the records. */
    private void count(int started) {
        Runnable counting = () -> run.store.progress().step(run.session.jdbc(), work.revision(), done, started);
        if (done > 0 && work.changesSession()) {
            run.asFound.asFoundRole(run.session.jdbc(), counting);
        } else {
            counting.run();
        }
    }

    private static boolean isConcurrent(SqlStatement statement) {
        return statement.text().toUpperCase(Locale.ROOT).contains("CONCURRENTLY");
    }

    /** Waiting for a CONCURRENTLY statement's lock holds up nobody else, and giving up would leave an invalid index. */
    private void limitWait(SqlStatement statement) {
        Duration wanted =
                work.lockTimeout().orElse(isConcurrent(statement) ? Duration.ZERO : run.settings.lockTimeout());
        if (!wanted.equals(lockTimeout) && !ownLockTimeout) {
            set(run, "lock_timeout", wanted);
            lockTimeout = wanted;
        }
    }

    private static void limitDuration(RunContext run, Work work) {
        Duration limit = work.statementTimeout().orElse(run.settings.statementTimeout());
        if (limit != null) {
            set(run, "statement_timeout", limit);
        }
    }

    /** The time-outs for Java, which runs whatever statements it likes. */
    static void limit(RunContext run, Work work) {
        limitDuration(run, work);
        set(run, "lock_timeout", work.lockTimeout().orElse(run.settings.lockTimeout()));
    }

    /** For the session, because there is no transaction to bind it to. */
    private static void set(RunContext run, String name, Duration limit) {
        run.session
                .jdbc()
                .query("SELECT pg_catalog.set_config(?, ?, false)", row -> {}, name, String.valueOf(limit.toMillis()));
    }
}
