package dev.revgraph.run;

import dev.revgraph.MigrationSettings;
import dev.revgraph.plan.Move;
import dev.revgraph.plan.Situation;
import dev.revgraph.plan.Step;
import dev.revgraph.store.HistoryLine;
import dev.revgraph.store.Operation;
import dev.revgraph.store.Place;
import dev.revgraph.store.RevisionStore;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all steps of one run share. Not thread-safe, like the session in it. */
final class RunContext implements AutoCloseable {

    final Session session;
    final RevisionStore store;
    final Place place;
    final MigrationSettings settings;
    final Move move;
    final Announcer announcer;
    final Interruption interruption;
    final Sleeper sleeper;
    final Patience patience;
    final SessionSettings asFound;
    final StatementWatch watch;
    final Notices notices;

    private final Map<Opening.Terms, String> takes = new HashMap<>();
    private final String look;

    /** The situation that the plan in force was made for. */
    Situation situation;

    /** The number of the last history line that this run has seen or written. */
    long version;

    RunContext(
            Session session,
            RevisionStore store,
            Place place,
            MigrationSettings settings,
            Move move,
            Situation situation,
            Announcer announcer,
            Interruption interruption,
            StatementWatch watch) {
        this.session = session;
        this.store = store;
        this.look = store.lookQuery();
        this.place = place;
        this.settings = settings;
        this.move = move;
        this.situation = situation;
        this.version = situation.stored().version();
        this.announcer = announcer;
        this.interruption = interruption;
        this.sleeper = interruption;
        this.patience = new Patience(settings.waitForLock(), announcer, interruption);
        this.watch = watch;
        this.notices = new Notices(announcer);
        session.hear(notices);
        session.readStringsAsWritten();
        this.asFound = SessionSettings.of(session.jdbc());
    }

    /** Whether a living session runs a revision outside a transaction at this moment, whatever was known before. */
    boolean isSomebodyAtWork() {
        return store.progress().isAtWork(session.jdbc());
    }

    /** Begins the transaction of a step; what is sent for it is the same for most. */
    Opening open(Work work, boolean last) throws SQLException {
        String take = takes.computeIfAbsent(terms(work, last), terms -> Opening.take(store, terms));
        return Opening.of(session, take, look);
    }

    /** How the transaction of a step is to be; only the last one of a run waits for the disk. */
    Opening.Terms terms(Work work, boolean last) {
        return new Opening.Terms(
                work.lockTimeout().orElse(settings.lockTimeout()),
                work.statementTimeout().orElse(settings.statementTimeout()),
                last,
                work.code() != null);
    }

    /** A line for a step that is done. */
    HistoryLine line(Step step, Operation operation, long millis) {
        return new HistoryLine(
                operation,
                step.subject(),
                Records.names(step.headsBefore()),
                Records.names(step.headsAfter()),
                millis,
                move.reason(),
                null,
                null);
    }

    /** A line for a step that failed: the heads stay as they were. */
    HistoryLine failure(Step step, long millis, String error, @Nullable String sqlState) {
        return new HistoryLine(
                operation(),
                step.subject(),
                Records.names(step.headsBefore()),
                Records.names(step.headsBefore()),
                millis,
                move.reason(),
                error,
                sqlState);
    }

    /** The whole move, as the log names it. */
    Operation operation() {
        return switch (move.direction()) {
            case UPGRADE -> Operation.UPGRADE;
            case DOWNGRADE -> Operation.DOWNGRADE;
            case STAMP -> Operation.STAMP;
            case ADOPT -> Operation.ADOPT;
        };
    }

    @Override
    public void close() {
        notices.close();
    }
}
