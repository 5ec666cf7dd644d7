package dev.revgraph.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What a database made beside another one takes over from it, because results depend on it. Immutable.
 *
 * @param encoding of the database
 * @param locale the clauses of {@code CREATE DATABASE} that give it the same collation
 * @param searchPath as sessions have it
 * @param schemas those of the search path that exist
 * @param role who is connected
 * @param mayCreate whether that role may create databases
 */
public record Surroundings(
        String encoding, String locale, String searchPath, List<String> schemas, String role, boolean mayCreate) {

    private static final String ASK = """
            SELECT pg_catalog.pg_encoding_to_char(d.encoding) AS encoding,
                   ' LC_COLLATE ' || pg_catalog.quote_literal(d.datcollate) || ' LC_CTYPE ' || pg_catalog.quote_literal(d.datctype)
                       || coalesce(%s, '') AS locale,
                   pg_catalog.current_setting('search_path') AS search_path,
                   ARRAY(SELECT s FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) AS s WHERE s !~ '^pg_') AS schemas,
                   r.rolname::text AS role, r.rolcreatedb OR r.rolsuper AS may_create
              FROM pg_catalog.pg_database d, pg_catalog.pg_roles r
             WHERE d.datname = pg_catalog.current_database() AND r.rolname = current_user
            """;

    private static final String PROVIDER_17 =
            "CASE d.datlocprovider WHEN 'i' THEN ' LOCALE_PROVIDER icu ICU_LOCALE ' ||"
                    + " pg_catalog.quote_literal(d.datlocale) WHEN 'b' THEN ' LOCALE_PROVIDER builtin BUILTIN_LOCALE ' ||"
                    + " pg_catalog.quote_literal(d.datlocale) ELSE ' LOCALE_PROVIDER libc' END";
    private static final String PROVIDER_15 =
            "CASE d.datlocprovider WHEN 'i' THEN ' LOCALE_PROVIDER icu ICU_LOCALE ' ||"
                    + " pg_catalog.quote_literal(d.daticulocale) ELSE ' LOCALE_PROVIDER libc' END";

    public Surroundings {
        schemas = List.copyOf(schemas);
    }

    public static Surroundings of(Connection connection) throws SQLException {
        int server = connection.getMetaData().getDatabaseMajorVersion();
        String provider = server >= 17 ? PROVIDER_17 : server >= 15 ? PROVIDER_15 : "NULL::text";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ASK.formatted(provider))) {
            row.next();
            return new Surroundings(
                    row.getString("encoding"),
                    row.getString("locale"),
                    row.getString("search_path"),
                    List.of((String[]) row.getArray("schemas").getArray()),
                    row.getString("role"),
                    row.getBoolean("may_create"));
        }
    }
}
