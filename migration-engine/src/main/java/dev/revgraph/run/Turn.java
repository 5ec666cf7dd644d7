package dev.revgraph.run;

import dev.revgraph.MigrationSettings;
import dev.revgraph.plan.Situation;
import dev.revgraph.store.Author;
import dev.revgraph.store.Identifier;
import dev.revgraph.store.Place;
import dev.revgraph.store.RevisionStore;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.dao.DataAccessException;

/**
 * Waits until nobody else is at work, and sees to it that there are tables to write to. Whoever waits holds nothing:
 * no lock, no transaction, no snapshot.
 */
final class Turn {

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
     * Creates schema and tables if they are missing; ten instances that do so at once create them once.
     *
     * @return whether they were missing at first, so that what was read before is out of date
     */
    boolean createTables(Place found) throws SQLException {
        Place place = found;
        while (!place.tablesExist()) {
            if (place.schema() == null) {
                throw Failures.noSchema(null);
            }
            if (place.readOnly()) {
                throw Failures.readOnly();
            }
            RevisionStore store = store(place.schema());
            if (!tryCreate(store)) {
                patience.nap(() -> store.lock().holder(session.jdbc()).orElse("it creates the migration tables"));
            }
            place = RevisionStore.locate(session.jdbc(), settings.schema());
        }
        return !found.tablesExist();
    }

    private boolean tryCreate(RevisionStore store) throws SQLException {
        session.begin();
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
        }
        boolean locked = Boolean.TRUE.equals(
                session.jdbc().queryForObject("SELECT " + store.lock().tryExpression(), Boolean.class));
        if (locked) {
            Place place = RevisionStore.locate(session.jdbc(), store.schema().name());
            if (!place.tablesExist()) {
                create(store, place);
            }
            session.commit();
        } else {
            session.rollback();
        }
        return locked;
    }

    private void create(RevisionStore store, Place place) {
        RevisionStore.requireReadable(place);
        try {
            store.create(session.jdbc(), place.schemaExists());
        } catch (DataAccessException failure) {
            SQLException cause = Failures.sqlCause(failure);
            if (cause != null && Failures.PERMISSION_DENIED.equals(cause.getSQLState())) {
                throw PermissionDeniedException.onCreation(place, store.schema(), failure);
            }
            throw failure;
        }
    }

    RevisionStore store(Identifier schema) {
        return new RevisionStore(schema, Author.here(settings.application(), settings.applicationVersion()));
    }
}
