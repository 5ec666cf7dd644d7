package dev.revgraph.run;

import dev.revgraph.MigrationSettings;
import dev.revgraph.plan.Situation;
import dev.revgraph.store.HistoryLine;
import dev.revgraph.store.RevisionStore;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Drops what revisions have made, and forgets that they are applied, in one transaction. */
final class Clearer {

    private final Session session;
    private final RevisionStore store;
    private final MigrationSettings settings;
    private final Patience patience;
    private final Supplier<Situation> look;

    /** @param look reads the records as they are */
    Clearer(
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

    /**
     * Does it.
     *
     * @param statements that drop everything
     * @param current where the database was when they were written
     */
    void carryOut(List<String> statements, List<String> current, @Nullable String reason) throws SQLException {
        while (true) {
            Situation situation = look.get();
            requireUnmoved(situation, current);
            Opening opening = Opening.of(
                    session,
                    store,
                    new Opening.Terms(settings.lockTimeout(), settings.statementTimeout(), true, false));
            if (opening.locked() && opening.version() == situation.stored().version()) {
                drop(statements);
                store.writer()
                        .deleteAll(
                                session.jdbc(),
                                List.copyOf(situation.stored().rows().keySet()));
                store.writer()
                        .log(session.jdbc(), new HistoryLine("reset", null, current, List.of(), 0, reason, null, null));
                session.commit();
                return;
            }
            session.rollback();
            patience.nap(() -> store.lock().holder(session.jdbc()).orElse("it has just finished a step"));
        }
    }

    private static void requireUnmoved(Situation situation, List<String> current) {
        List<String> now = Records.names(situation.currentHeads());
        if (!now.equals(current)) {
            throw ClearanceException.moved(current, now);
        }
    }

    private void drop(List<String> statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = session.connection().createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(sql);
            } catch (SQLException failure) {
                session.rollback();
                throw new ClearanceException(sql, failure);
            }
        }
    }
}
