package dev.revgraph.run;

import dev.revgraph.MigrationException;
import dev.revgraph.MigrationSettings;
import dev.revgraph.plan.Move;
import dev.revgraph.plan.Move.Direction;
import dev.revgraph.plan.Plan;
import dev.revgraph.plan.Planner;
import dev.revgraph.plan.Repair;
import dev.revgraph.plan.RepairPlanner;
import dev.revgraph.plan.RepairStep;
import dev.revgraph.plan.Situation;
import dev.revgraph.readiness.Inspection;
import dev.revgraph.report.HistoryPage;
import dev.revgraph.report.Readiness;
import dev.revgraph.report.RunReport;
import dev.revgraph.script.RevisionCatalog;
import dev.revgraph.store.Author;
import dev.revgraph.store.Identifier;
import dev.revgraph.store.Place;
import dev.revgraph.store.RevisionStore;
import dev.revgraph.store.Settled;
import dev.revgraph.store.StoredState;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Carries out moves on one database, and answers questions about it. Each call borrows one connection. Thread-safe;
 * that only one run changes the database at a time is the business of the lock in the database.
 */
public final class Runner {

    /** Steps from which on it pays to let the server keep the statements that go with each. */
    private static final int WORTH_KEEPING = 4;

    private final Connector connector;
    private final RevisionCatalog revisions;
    private final Standing standing;
    private final MigrationSettings settings;
    private final Announcer announcer;
    private final Sleeper sleeper;

    public Runner(
            DataSource dataSource,
            String database,
            RevisionCatalog revisions,
            MigrationSettings settings,
            List<MigrationListener> listeners) {
        this(dataSource, database, revisions, settings, listeners, Sleeper::real);
    }

    Runner(
            DataSource dataSource,
            String database,
            RevisionCatalog revisions,
            MigrationSettings settings,
            List<MigrationListener> listeners,
            Sleeper sleeper) {
        this.sleeper = sleeper;
        this.connector = new Connector(dataSource, settings.connectRetries(), sleeper);
        this.revisions = revisions;
        this.standing = new Standing(revisions);
        this.settings = settings;
        this.announcer = new Announcer(database, listeners);
    }

    /** Does what is asked; nothing to do changes nothing, takes no lock, and tells nobody. */
    public RunReport run(Move move) {
        Announcer told = announcer.ofRun();
        try {
            return inSession((session, place) -> {
                try (Interruption interruption = Interruption.of(session, sleeper)) {
                    return run(new Asked(move, session, place, interruption, told));
                }
            });
        } catch (MigrationException refusal) {
            told.refused(move.direction().text(), refusal);
            throw refusal;
        }
    }

    /** A run that is asked for, and what it goes by. */
    private record Asked(Move move, Session session, Place place, Interruption interruption, Announcer told) {}

    private RunReport run(Asked asked) throws SQLException {
        Session session = asked.session();
        Place place = asked.place();
        Move move = asked.move();
        Optional<Settled> left = standing.left(session, place, move);
        if (left.filter(standing::isAnswer).isPresent()) {
            return new RunReport(List.of(), left.get().current());
        }
        try {
            Planner planner = new Planner(settings);
            Patience patience = new Patience(settings.waitForLock(), asked.told(), asked.interruption());
            Turn turn = new Turn(session, settings, patience);
            Situation found = move.direction() == Direction.UPGRADE
                    ? standing.brief(session, place, left)
                    : standing.whole(session, place);
            Situation situation = turn.await(found, place);
            Plan plan = planner.plan(situation, move);
            if (!plan.isEmpty() && place.readOnly()) {
                throw Failures.readOnly();
            }
            if (!plan.isEmpty() && !place.tablesExist() && !turn.createTables(place)) {
                situation = standing.whole(session, RevisionStore.locate(session.jdbc(), settings.schema()));
                plan = planner.remainder(situation, plan);
            }
            return plan.isEmpty()
                    ? new RunReport(List.of(), Records.names(plan.current()))
                    : carryOut(plan, situation, planner, turn, asked);
        } catch (SQLException | DataAccessException failure) {
            if (asked.interruption().caused(failure)) {
                throw new InterruptedRunException(failure);
            }
            throw failure;
        }
    }

    private RunReport carryOut(Plan plan, Situation situation, Planner planner, Turn turn, Asked asked) {
        Session session = asked.session();
        Place place = asked.place();
        Identifier schema = Objects.requireNonNull(place.schema(), "Tables were created in it.");
        if (plan.steps().size() >= WORTH_KEEPING) {
            session.keepStatements(place.backend());
        }
        RevisionStore store = turn.store(schema);
        try (StatementWatch watch = connector.watch(session, settings.lockTimeout(), asked.told());
                RunContext run = new RunContext(
                        session,
                        store,
                        place,
                        settings,
                        plan.move(),
                        situation,
                        asked.told(),
                        asked.interruption(),
                        watch)) {
            RunReport report = new Run(run, planner, plan).execute();
            standing.leaveWord(run);
            return report;
        }
    }

    /** What {@link #run} would do now; changes nothing. */
    public Plan plan(Move move) {
        return inSession((session, place) -> new Planner(settings).plan(standing.whole(session, place), move));
    }

    /**
     * Changes records as somebody has decided.
     *
     * @throws dev.revgraph.plan.RepairException if there is nothing of the kind to repair
     */
    public List<RepairStep> repair(Repair repair) {
        return inSession((session, place) -> {
            Identifier schema = place.schema();
            if (!place.tablesExist() || schema == null) {
                return new RepairPlanner(standing.whole(session, place)).plan(repair);
            }
            if (place.readOnly()) {
                throw Failures.readOnly();
            }
            return new Repairer(underLock(session, place, schema), settings.placeholders()).carryOut(repair);
        });
    }

    /**
     * Drops what revisions have made, and forgets that they are applied; all in one transaction.
     *
     * @param statements that drop it
     * @param current the heads that the database was at when they were written
     */
    public void clear(List<String> statements, List<String> current, @Nullable String reason) {
        inSession((session, place) -> {
            Identifier schema = place.schema();
            if (place.readOnly()) {
                throw Failures.readOnly();
            }
            if (place.tablesExist() && schema != null) {
                new Clearer(underLock(session, place, schema)).carryOut(statements, current, reason);
            }
            return true;
        });
    }

    private UnderLock underLock(Session session, Place place, Identifier schema) {
        Patience patience = new Patience(settings.waitForLock(), announcer, sleeper);
        RevisionStore store = new Turn(session, settings, patience).store(schema);
        return new UnderLock(session, store, settings, patience, () -> standing.whole(session, place));
    }

    /**
     * How far the database is, in two statements where the last run left nothing to do, otherwise in three or four.
     *
     * @param settled what to make of what such a run has left
     * @param looked what to make of a full look
     */
    public <T> T standing(Function<Settled, T> settled, Function<Situation, T> looked) {
        return inSession((session, place) -> {
            Optional<Settled> left = standing.left(session, place, Move.upgrade(settings.target()));
            return left.filter(standing::isAnswer)
                    .map(settled)
                    .orElseGet(() -> looked.apply(standing.brief(session, place, left)));
        });
    }

    /** All that the database says of its revisions, in two statements. */
    public Situation situation() {
        return inSession(standing::whole);
    }

    /** All that is recorded, whatever the files say. */
    public StoredState stored() {
        return inSession((session, place) -> RevisionStore.read(session.jdbc(), place));
    }

    /** Whether the server is ready for an upgrade; changes nothing. */
    public Readiness readiness() {
        return inSession((session, place) -> {
            session.begin();
            try {
                return new Inspection(session.jdbc()).of(place);
            } catch (DataAccessException failure) {
                throw Failures.ofInspection(failure);
            } finally {
                session.rollback();
            }
        });
    }

    /** A page of the log, newest first; pages count from 0. */
    public HistoryPage history(int page, int size) {
        return inSession((session, place) -> {
            RevisionStore.requireReadable(place);
            Identifier schema = place.schema();
            if (!place.tablesExist() || schema == null) {
                return new HistoryPage(List.of(), page, size, 0);
            }
            return new RevisionStore(schema, new Author(null, null, null)).history(session.jdbc(), page, size);
        });
    }

    private <T> T inSession(Task<T> task) {
        Place place = null;
        revisions.lookAhead();
        try (Session session = connector.open()) {
            place = RevisionStore.locate(session.jdbc(), settings.schema());
            return task.run(session, place);
        } catch (MigrationException explained) {
            throw explained;
        } catch (SQLException | DataAccessException failure) {
            throw Failures.ofRecords(failure, place);
        }
    }

    /** Something to do on a session. */
    @FunctionalInterface
    private interface Task<T> {
        T run(Session session, Place place) throws SQLException;
    }
}
