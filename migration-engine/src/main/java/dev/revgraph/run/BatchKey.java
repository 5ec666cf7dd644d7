package dev.revgraph.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The kinds of keys that pages are made by: how they are read, recorded, and written as SQL. */
enum BatchKey {
    INTEGER {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getLong(column);
        }

        @Override
        Object parse(String position) {
            return Long.valueOf(position);
        }

        @Override
        String literal(Object key) {
            return "(" + key + ")";
        }
    },

    UUID {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, UUID.class);
        }

        @Override
        Object parse(String position) {
            return java.util.UUID.fromString(position);
        }

        @Override
        String literal(Object key) {
            return "'" + key + "'::pg_catalog.uuid";
        }
    },

    TEXT {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        Object parse(String position) {
            return position;
        }

        @Override
        String literal(Object key) {
            // Means the same whatever standard_conforming_strings is.
            return "E'" + key.toString().replace("\\", "\\\\").replace("'", "''") + "'::pg_catalog.text";
        }
    };

    /** @param type as in {@code pg_type.typname}; nothing if pages cannot be made by it */
    static Optional<BatchKey> of(String type) {
        return switch (type) {
            case "int2", "int4", "int8" -> Optional.of(INTEGER);
            case "uuid" -> Optional.of(UUID);
            case "text", "varchar" -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }

    abstract Object read(ResultSet row, int column) throws SQLException;

    /** @throws IllegalArgumentException if the text is no such key */
    abstract Object parse(String position);

    abstract String literal(Object key);
}
