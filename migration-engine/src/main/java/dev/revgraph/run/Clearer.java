package dev.revgraph.run;

import dev.revgraph.plan.Situation;
import dev.revgraph.store.HistoryLine;
import dev.revgraph.store.Operation;
import dev.revgraph.store.RecordWriter;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drops what revisions have made, and forgets that they are applied, in one transaction. */
final class Clearer {

    private final UnderLock records;

    Clearer(UnderLock records) {
        this.records = records;
    }

    /**
     * Does it.
     *
     * @param statements that drop everything
     * @param current where the database was when they were written
     */
    void carryOut(List<String> statements, List<String> current, @Nullable String reason) throws SQLException {
        records.carryOut(situation -> unmoved(situation, current), (rows, situation) -> {
            drop(statements);
            RecordWriter writer = records.store().writer();
            writer.deleteAll(records.session().jdbc(), rows);
            writer.log(
                    records.session().jdbc(),
                    new HistoryLine(Operation.RESET, null, current, List.of(), 0, reason, null, null));
        });
    }

    /** The rows to forget. What is dropped was found out from where the database was then, so it must be there still. */
    private static List<String> unmoved(Situation situation, List<String> current) {
        List<String> now = Records.names(situation.currentHeads());
        if (!now.equals(current)) {
            throw ClearanceException.moved(current, now);
        }
        return List.copyOf(situation.stored().rows().keySet());
    }

    private void drop(List<String> statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = records.session().connection().createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(sql);
            } catch (SQLException failure) {
                records.session().rollback();
                throw new ClearanceException(sql, failure);
            }
        }
    }
}
