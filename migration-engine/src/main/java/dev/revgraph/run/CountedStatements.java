package dev.revgraph.run;

import dev.revgraph.plan.Aftermath;
import dev.revgraph.script.SqlStatement;
import dev.revgraph.store.AppliedRevision.Progress;
import dev.revgraph.store.Remains;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Runs the statements of a revision that has no transaction. Each commits by itself, together with its count where
 * PostgreSQL lets it; where it does not, the row of the revision says before that it begins, and after a crash the
 * catalog is asked what became of it. One object for one run of one revision.
 */
final class CountedStatements {

    private static final Logger log = LoggerFactory.getLogger(CountedStatements.class);

    /** What has no other effect than to change the session, so that a run which goes on later does it again. */
    private static final Pattern SETTING =
            Pattern.compile("(?is)(?:SET|RESET|DISCARD)\\b.*|SELECT\\s+(?:pg_catalog\\s*\\.\\s*)?set_config\\s*"
                    + "\\((?:[^()]|\\([^()]*\\))*\\)(?:\\s+AS\\s+\\w+)?");

    /** PostgreSQL refuses a statement inside a transaction that was not known to be of that kind, or to commit itself. */
    private static final Set<String> NO_TRANSACTION_WANTED = Set.of("25001", "2D000");

    private final RunContext run;
    private final Work work;
    private final OwnLimits limits;
    private final StatementInTransaction together;
    private final StatementAlone alone;

    private int done;

    /** Whether the row still says what an earlier run has left. */
    private boolean settling;

    CountedStatements(RunContext run, Work work, int finished, String after) {
        this.run = run;
        this.work = work;
        this.done = finished;
        this.limits = new OwnLimits(run, work);
        StatementRunner statements = new StatementRunner(run, work, after);
        this.together = new StatementInTransaction(run, work, limits, statements);
        this.alone = new StatementAlone(run, work, limits, statements);
    }

    /**
     * @param left what an earlier run has left behind; {@code null} if there was none
     * @throws StatementFailedException for the first one that fails
     */
    void runRemaining(@Nullable Progress left) throws SQLException {
        List<SqlStatement> all = work.statements();
        settling = left != null && left.statement() != null;
        for (int i = 0; i < done && i < all.size(); i++) {
            if (SETTING.matcher(all.get(i).text()).matches()) {
                alone.unrecorded(all.get(i), i + 1);
                limits.after(all.get(i));
            }
        }
        if (left != null && left.statement() != null && done < all.size()) {
            settle(left, left.statement());
        }
        settling = false;
        for (; done < all.size(); done++) {
            patiently(all.get(done));
            limits.after(all.get(done));
        }
    }

    /** How many are known to have committed. */
    int done() {
        return done;
    }

    /** What there is of the statement at which the run ends, now that it ends early. */
    Remains remains() {
        return settling ? Remains.IN_DOUBT : alone.remains();
    }

    /** Finds out whether the statement took effect that nobody saw the end of, and clears away what it left. */
    private void settle(Progress left, String statement) throws SQLException {
        CatalogLook look = look(statement);
        boolean cutOff = !left.betweenStatements();
        if (cutOff && look.done()) {
            log.info(
                    "Statement {} of revision \"{}\" was cut off, but took effect; going on behind it",
                    done + 1,
                    work.revision());
            together.countAlone(done);
            done++;
            return;
        }
        if (isFinishedInstead(look)) {
            done++;
        }
    }

    private CatalogLook look(String statement) {
        return CatalogLook.at(run.session.jdbc(), Aftermath.of(statement));
    }

    /** Clears away what is in the way of the next attempt; or finishes and counts what is half done, which needs none. */
    private boolean isFinishedInstead(CatalogLook look) {
        clear(look);
        if (look.instead() == null) {
            return false;
        }
        log.info("Statement {} of revision \"{}\" was cut off half way; finishing it", done + 1, work.revision());
        alone.unrecorded(own(look.instead()), done + 1);
        together.countAlone(done);
        return true;
    }

    /** The pauses may be longer than others wait for a sign of life. Whoever keeps it from being written is one himself. */
    private void stillThere() {
        Runnable sign = () -> run.store
                .progress()
                .seen(
                        run.session.jdbc(),
                        work.revision(),
                        done,
                        run.session.postgres().getBackendPID());
        try {
            if (work.changesSession()) {
                run.asFound.asFoundRole(run.session.jdbc(), sign);
            } else {
                sign.run();
            }
        } catch (DataAccessException unwritten) {
            if (!LockRetries.help(unwritten)) {
                throw unwritten;
            }
        }
    }

    private void clear(CatalogLook look) {
        for (String obstacle : look.obstacles()) {
            log.info(
                    "Clearing away what statement {} of revision \"{}\" has left: {}",
                    done + 1,
                    work.revision(),
                    obstacle);
            limits.forSession(true);
            alone.unrecorded(own(obstacle), done + 1);
        }
    }

    /** In the place of the statement that it makes way for. */
    private SqlStatement own(String text) {
        return new SqlStatement(text, work.statements().get(done).line(), null, false);
    }

    /** A statement that did not get its lock is tried again; what it does in several transactions is cleared away first. */
    private void patiently(SqlStatement statement) throws SQLException {
        LockRetries retries = new LockRetries(run);
        boolean standsAlone = statement.standsAlone();
        while (true) {
            try {
                if (standsAlone) {
                    alone.run(statement, done);
                } else {
                    together.run(statement, done);
                }
                return;
            } catch (StatementFailedException failure) {
                if (!standsAlone
                        && NO_TRANSACTION_WANTED.contains(
                                String.valueOf(failure.statement().sqlState()))) {
                    standsAlone = true;
                    continue;
                }
                if (!LockRetries.help(failure) || (standsAlone && alone.remains() == Remains.IN_DOUBT)) {
                    throw failure;
                }
                stillThere();
                retries.pause(failure);
                if (standsAlone && isFinishedInstead(look(statement.text()))) {
                    return;
                }
            }
        }
    }
}
