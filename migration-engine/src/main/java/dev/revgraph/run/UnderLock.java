package dev.revgraph.run;

import dev.revgraph.MigrationSettings;
import dev.revgraph.plan.Situation;
import dev.revgraph.store.RevisionStore;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Changes that are decided on what the records say, made in one transaction that holds the lock: if the records have moved
 * between the look and the lock, it is looked and decided again. Used by one thread.
 */
final class UnderLock {

    private final Session session;
    private final RevisionStore store;
    private final MigrationSettings settings;
    private final Patience patience;
    private final Supplier<Situation> look;

    /** @param look reads the records as they are */
    UnderLock(
            Session session,
            RevisionStore store,
            MigrationSettings settings,
            Patience patience,
            Supplier<Situation> look) {
        this.session = session;
        this.store = store;
        this.settings = settings;
        this.patience = patience;
        this.look = look;
    }

    Session session() {
        return session;
    }

    RevisionStore store() {
        return store;
    }

    Situation look() {
        return look.get();
    }

    /**
     * Decides, and changes what was decided.
     *
     * @param decide may be asked again
     */
    <T> T carryOut(Function<Situation, T> decide, Change<T> change) throws SQLException {
        while (true) {
            Situation situation = look.get();
            T decided = decide.apply(situation);
            Opening opening = Opening.of(
                    session,
                    store,
                    new Opening.Terms(settings.lockTimeout(), settings.statementTimeout(), true, false));
            if (opening.locked() && opening.version() == situation.stored().version()) {
                change.make(decided, situation);
                session.commit();
                return decided;
            }
            session.rollback();
            patience.nap(() -> store.lock().holder(session.jdbc()).orElse("it has just finished a step"));
        }
    }

    /** What is done within the transaction. */
    interface Change<T> {
        void make(T decided, Situation situation) throws SQLException;
    }
}
