package dev.revgraph.store;

import dev.revgraph.report.HistoryEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Reads the log. */
final class HistoryReader {

    private static final String PAGE = """
            SELECT id, operation, revision, pg_catalog.array_to_string(heads_before, ' ') AS heads_before,
                   pg_catalog.array_to_string(heads_after, ' ') AS heads_after, outcome, started_at, finished_at, username, host,
                   application, reason, error, sqlstate
              FROM {history}
             ORDER BY id DESC
            OFFSET ? LIMIT ?
            """;

    private HistoryReader() {}

    static List<HistoryEntry> page(JdbcOperations jdbc, Tables tables, long offset, int size) {
        return jdbc.query(tables.sql(PAGE), HistoryReader::toEntry, offset, size);
    }

    private static HistoryEntry toEntry(ResultSet row, int number) throws SQLException {
        return new HistoryEntry(
                row.getLong("id"),
                row.getString("operation"),
                row.getString("revision"),
                StateReader.words(row.getString("heads_before")),
                StateReader.words(row.getString("heads_after")),
                row.getString("outcome"),
                StateReader.instant(row, "started_at"),
                StateReader.instant(row, "finished_at"),
                row.getString("username"),
                row.getString("host"),
                row.getString("application"),
                row.getString("reason"),
                row.getString("error"),
                row.getString("sqlstate"));
    }
}
