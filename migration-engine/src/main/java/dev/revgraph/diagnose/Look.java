package dev.revgraph.diagnose;

import dev.revgraph.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Questions to the database, in the read-only transaction of a diagnosis. What fails or takes too long is no answer. */
final class Look {

    private final Connection connection;
    private final int sampleRows;

    Look(Connection connection, int sampleRows) {
        this.connection = connection;
        this.sampleRows = sampleRows;
    }

    /** The rows that a query of this package's own returns, values as text; SQL null is an empty text. */
    List<List<String>> rows(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                int columns = found.getMetaData().getColumnCount();
                List<List<String>> rows = new ArrayList<>();
                while (found.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        String value = found.getString(i);
                        row.add(value == null ? "" : value);
                    }
                    rows.add(List.copyOf(row));
                }
                return List.copyOf(rows);
            }
        }
    }

    /** The first column of all rows. */
    List<String> list(String sql, @Nullable Object... values) throws SQLException {
        return rows(sql, values).stream().map(row -> row.get(0)).toList();
    }

    /** The same; none if the server refuses or has no answer in time. */
    List<List<String>> attempt(String sql, @Nullable Object... values) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            List<List<String>> rows = rows(sql, values);
            connection.releaseSavepoint(before);
            return rows;
        } catch (SQLException noAnswer) {
            connection.rollback(before);
            return List.of();
        }
    }

    /** A name as SQL, in quotes only where it needs them. */
    String quoted(String name) throws SQLException {
        return list("SELECT pg_catalog.quote_ident(?)", name).get(0);
    }

    /** Names as SQL with commas between them, each behind a prefix. */
    String quoted(String prefix, List<String> names) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String name : names) {
            all.add(prefix + quoted(name));
        }
        return String.join(", ", all);
    }

    Optional<Relation> relation(QualifiedName name) throws SQLException {
        return Relation.find(this, name.quoted());
    }

    /** How many rows there are; nothing if the server has no answer in time. */
    OptionalLong count(String fromAndWhere) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = plain();
                ResultSet found = statement.executeQuery("SELECT count(*) " + fromAndWhere)) {
            found.next();
            OptionalLong count = OptionalLong.of(found.getLong(1));
            connection.releaseSavepoint(before);
            return count;
        } catch (SQLException noAnswer) {
            connection.rollback(before);
            return OptionalLong.empty();
        }
    }

    /** The first few rows of a query, each as a text; none if samples are not wanted, or there is no answer in time. */
    List<String> sample(String query) throws SQLException {
        if (sampleRows == 0) {
            return List.of();
        }
        Savepoint before = connection.setSavepoint();
        try (Statement statement = plain();
                ResultSet found = statement.executeQuery(query + "\n LIMIT " + sampleRows)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(row(found));
            }
            connection.releaseSavepoint(before);
            return List.copyOf(rows);
        } catch (SQLException noAnswer) {
            connection.rollback(before);
            return List.of();
        }
    }

    private static String row(ResultSet found) throws SQLException {
        ResultSetMetaData columns = found.getMetaData();
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.add(
                    columns.getColumnLabel(i) + " = " + SampleValue.of(found.getString(i), columns.getColumnType(i)));
        }
        return String.join(", ", values);
    }

    /** For SQL that holds names and expressions of the revision's own: braces and question marks are SQL in it. */
    private Statement plain() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        return statement;
    }
}
