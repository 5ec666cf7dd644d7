package dev.revgraph.schema.read;

import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.model.Unmodelled;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Reads what a database holds. All texts are PostgreSQL's own, written under the same settings and with an empty search
 * path, so that two databases of one server's version can be compared by text. Immutable and thread-safe.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">System catalogs</a>
 */
public final class SchemaReader {

    /** Rows that are fetched at a time: a database may have a million columns. */
    private static final int FETCH_SIZE = 2_000;

    private static final String BEGIN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

    /**
     * Everything that how PostgreSQL writes an expression depends on. And the joins stay in the order in which they are
     * written: to look for a better one takes longer than to go through a small catalog.
     */
    private static final String SETTINGS = """
            SELECT pg_catalog.set_config('search_path', '', true), pg_catalog.set_config('quote_all_identifiers', 'off', true),
                   pg_catalog.set_config('DateStyle', 'ISO, YMD', true), pg_catalog.set_config('IntervalStyle', 'postgres', true),
                   pg_catalog.set_config('TimeZone', 'UTC', true), pg_catalog.set_config('extra_float_digits', '1', true),
                   pg_catalog.set_config('bytea_output', 'hex', true), pg_catalog.set_config('xmlbinary', 'base64', true),
                   pg_catalog.set_config('join_collapse_limit', '1', true)
            """;

    private final SchemaScope scope;

    public SchemaReader(SchemaScope scope) {
        this.scope = scope;
    }

    /**
     * Reads everything as of one moment, in a transaction of its own that changes nothing; the session is left as found.
     *
     * @param connection in autocommit mode
     * @throws SQLException if the server refuses a question, or is gone
     */
    public Schema read(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException("A schema is read in a transaction of its own.");
        }
        connection.setAutoCommit(false);
        try {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            jdbc.setFetchSize(FETCH_SIZE);
            jdbc.execute(BEGIN);
            jdbc.query(SETTINGS, row -> {});
            return read(jdbc, connection.getMetaData().getDatabaseMajorVersion() * 10_000);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Schema read(JdbcTemplate jdbc, int serverVersion) {
        Dialect dialect = new Dialect(serverVersion, scope);
        Facts facts = new Facts();
        for (String query : queries()) {
            jdbc.query(dialect.sql(query), new FactRows(facts, scope.owners()));
        }
        jdbc.query(LinkQueries.COMMENTS, row -> {
            facts.comment(address(row, 1), row.getString(4));
        });
        jdbc.query(LinkQueries.PARTS, row -> {
            facts.part(address(row, 1), address(row, 4));
        });
        facts.link();
        jdbc.query(LinkQueries.DEPENDENCIES, row -> {
            facts.need(address(row, 1), address(row, 4));
        });
        List<Unmodelled> unmodelled = jdbc.query(
                dialect.sql(LinkQueries.UNMODELLED),
                (row, number) -> new Unmodelled(row.getString(1), row.getString(2)));
        return facts.schema(unmodelled, serverVersion);
    }

    private List<String> queries() {
        List<String> queries = new ArrayList<>(TypeQueries.ALL);
        queries.addAll(TableQueries.ALL);
        queries.addAll(CodeQueries.ALL);
        if (scope.grants()) {
            queries.addAll(RightQueries.ALL);
        }
        return queries;
    }

    private static Address address(ResultSet row, int column) throws SQLException {
        return new Address(row.getLong(column), row.getLong(column + 1), row.getInt(column + 2));
    }
}
