package dev.revgraph.adopt;

import dev.revgraph.ErrorCode;
import dev.revgraph.rehearse.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the tables in which other tools keep their records. */
final class ForeignTables {

    /** Those that the search path leads to come first. */
    private static final String FIND = """
            SELECT n.nspname, c.relname, pg_catalog.pg_table_is_visible(c.oid)
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relname = ? AND n.nspname = coalesce(?, n.nspname) AND c.relkind IN ('r', 'p')
               AND n.nspname !~ '^pg_'
             ORDER BY 3 DESC, 1
            """;

    private static final String ALEMBIC = "SELECT version_num FROM %s ORDER BY version_num";

    private static final String FLYWAY = """
            SELECT installed_rank, version, description, type, script, checksum, success FROM %s ORDER BY installed_rank
            """;

    private final DataSource dataSource;

    ForeignTables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Finds a table.
     *
     * @param name with its schema before a dot, or without
     * @return {@code null} if there is none
     */
    @Nullable TableName find(String name) {
        int dot = name.indexOf('.');
        List<TableName> visible = new ArrayList<>();
        List<TableName> others = new ArrayList<>();
        read(
                "pg_class",
                FIND,
                row -> {
                    (row.getBoolean(3) ? visible : others).add(new TableName(row.getString(1), row.getString(2)));
                },
                name.substring(dot + 1),
                dot < 0 ? null : name.substring(0, dot));
        if (visible.isEmpty() && others.size() > 1) {
            throw new AdoptionException(
                    ErrorCode.ADOPTION,
                    "There are several tables " + name + ": " + others + ".",
                    "Name the one that counts with its schema, `--flyway-table " + others.get(0)
                            + "`, or connect with a" + " search path that leads to it.",
                    List.of());
        }
        return !visible.isEmpty() ? visible.get(0) : others.isEmpty() ? null : others.get(0);
    }

    /** Alembic's current heads. */
    List<String> alembic(TableName table) {
        List<String> heads = new ArrayList<>();
        read(table.toString(), ALEMBIC.formatted(quoted(table)), row -> heads.add(row.getString(1)));
        return heads;
    }

    /** Flyway's records in the order in which they were made. */
    List<FlywayRow> flyway(TableName table) {
        List<FlywayRow> rows = new ArrayList<>();
        read(table.toString(), FLYWAY.formatted(quoted(table)), row -> {
            int checksum = row.getInt(6);
            rows.add(new FlywayRow(
                    row.getString(2),
                    String.valueOf(row.getString(3)),
                    String.valueOf(row.getString(4)),
                    String.valueOf(row.getString(5)),
                    row.getObject(6) == null ? null : checksum,
                    row.getBoolean(7)));
        });
        return rows;
    }

    private void read(String table, String sql, Row row, @Nullable String... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    row.take(result);
                }
            }
        } catch (SQLException failure) {
            throw new AdoptionException(
                    ErrorCode.ADOPTION,
                    "The table " + table + " cannot be read: "
                            + String.valueOf(failure.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("") + ".",
                    "See that the role may read it, and that it is the tool's own table in its current form.",
                    failure);
        }
    }

    private static String quoted(TableName table) {
        return quoted(table.schema()) + "." + quoted(table.name());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Takes one row. */
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }
}
