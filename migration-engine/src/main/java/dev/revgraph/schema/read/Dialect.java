package dev.revgraph.schema.read;

import dev.revgraph.store.SqlLiteral;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills in what the queries leave open: which schemas, what to leave out, and what only newer servers have.
 *
 * <pre>
 * {relations}             the relations in scope: pg_class with the name of the schema, nspname
 * {schema n}              a condition: pg_namespace n is in scope
 * {made pg_type t}        a condition: row t of pg_type is of no extension
 * {15? then : otherwise}  by the server's major version
 * </pre>
 */
final class Dialect {

    private static final Pattern CONDITION = Pattern.compile("\\{(\\d\\d)\\?(.*?) : (.*?)}", Pattern.DOTALL);
    private static final Pattern SCHEMA = Pattern.compile("\\{schema (\\w+)}");
    private static final Pattern MADE = Pattern.compile("\\{made (\\w+) (\\w+)}");

    private static final String MADE_BY_NO_EXTENSION = """
            NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                         WHERE e.classid = 'pg_catalog.%s'::pg_catalog.regclass AND e.objid = %s.oid AND e.deptype = 'e')""";

    /** The tool's tables are known by the comment on one of them, in whatever schema they are. */
    private static final String RELATIONS = """
            (SELECT c.*, n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              WHERE {schema n} AND {made pg_class c}
                AND NOT (c.relname IN ('migration_revision', 'migration_history') AND EXISTS (
                    SELECT FROM pg_catalog.pg_class own
                      JOIN pg_catalog.pg_description d
                        ON d.objoid = own.oid AND d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid = 0
                     WHERE own.relnamespace = c.relnamespace AND own.relname = 'migration_revision'
                       AND d.description LIKE 'revgraph layout %')))""";

    private final int major;
    private final String schemas;

    /** @param serverVersion as in {@code server_version_num} */
    Dialect(int serverVersion, SchemaScope scope) {
        this.major = serverVersion / 10_000;
        this.schemas = scope.schemas().stream().map(SqlLiteral::of).collect(Collectors.joining(", "));
    }

    String sql(String template) {
        String whole = template.replace("{relations}", RELATIONS);
        whole = CONDITION
                .matcher(whole)
                .replaceAll(found -> Matcher.quoteReplacement(
                        major >= Integer.parseInt(found.group(1)) ? found.group(2) : found.group(3)));
        whole = SCHEMA.matcher(whole).replaceAll(found -> Matcher.quoteReplacement(inScope(found.group(1))));
        return MADE.matcher(whole)
                .replaceAll(found ->
                        Matcher.quoteReplacement(MADE_BY_NO_EXTENSION.formatted(found.group(1), found.group(2))));
    }

    private String inScope(String alias) {
        String name = alias + ".nspname";
        return "(" + name + " !~ '^pg_' AND " + name + " <> 'information_schema'"
                + (schemas.isEmpty() ? "" : " AND " + name + " IN (" + schemas + ")") + ")";
    }
}
