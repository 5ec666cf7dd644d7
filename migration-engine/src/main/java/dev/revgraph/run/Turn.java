package dev.revgraph.run;

import dev.revgraph.MigrationSettings;
import dev.revgraph.plan.Situation;
import dev.revgraph.store.Author;
import dev.revgraph.store.Identifier;
import dev.revgraph.store.Place;
import dev.revgraph.store.RevisionStore;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Waits until nobody else is at work, and sees to it that there are tables to write to. Whoever waits holds nothing:
 * no lock, no transaction, no snapshot.
 */
final class Turn {

    /** Nobody waits for the disk: the tables are of use with what the run writes next, and its last commit flushes both. */
    private static final String BEGIN =
            "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = off; ";

    private final Session session;
    private final MigrationSettings settings;
    private final Patience patience;

    Turn(Session session, MigrationSettings settings, Patience patience) {
        this.session = session;
        this.settings = settings;
        this.patience = patience;
    }

    /** The situation when no living session runs a revision outside a transaction; one that died is left as it is. */
    Situation await(Situation situation, Place place) {
        Situation now = situation;
        while (now.isAtWork() && place.schema() != null) {
            RevisionStore store = store(place.schema());
            patience.nap(() -> store.progress().holder(session.jdbc()).orElse("it has just finished a revision"));
            now = new Situation(now.revisions(), store.state(session.jdbc()));
        }
        return now;
    }

    /**
     * Creates schema and tables; ten instances that do so at once create them once.
     *
     * @param found a look that has not seen them
     * @return whether this call has created them; otherwise others did, and what was read before is out of date
     */
    boolean createTables(Place found) throws SQLException {
        if (found.schema() == null) {
            throw Failures.noSchema(null);
        }
        RevisionStore store = store(found.schema());
        while (true) {
            switch (tryCreate(store)) {
                case CREATED -> {
                    return true;
                }
                case FOUND -> {
                    return false;
                }
                case BUSY ->
                    patience.nap(() -> store.lock().holder(session.jdbc()).orElse("it creates the migration tables"));
            }
        }
    }

    /** What became of an attempt to create the tables. */
    private enum Attempt {
        CREATED,
        FOUND,
        BUSY
    }

    /** The look is a statement of its own: its snapshot must be younger than the lock. */
    private Attempt tryCreate(RevisionStore store) throws SQLException {
        session.begin();
        Attempt attempt = Attempt.BUSY;
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(BEGIN + "SELECT " + store.lock().tryExpression() + "; " + store.placeQuery());
            boolean locked = Opening.next(statement).getBoolean(1);
            Place place = RevisionStore.placeIn(Opening.next(statement));
            if (place.tablesExist()) {
                attempt = Attempt.FOUND;
            } else if (locked) {
                create(store, place);
                return Attempt.CREATED;
            }
        }
        session.rollback();
        return attempt;
    }

    private void create(RevisionStore store, Place place) throws SQLException {
        RevisionStore.requireReadable(place);
        try {
            session.commitAfter(store.creation(place.schemaExists()));
        } catch (SQLException failure) {
            if (Failures.PERMISSION_DENIED.equals(failure.getSQLState())) {
                throw PermissionDeniedException.onCreation(place, store.schema(), failure);
            }
            throw failure;
        }
    }

    RevisionStore store(Identifier schema) {
        return new RevisionStore(schema, Author.here(settings.application(), settings.applicationVersion()));
    }
}
