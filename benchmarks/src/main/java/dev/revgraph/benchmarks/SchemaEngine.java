package dev.revgraph.benchmarks;

import dev.revgraph.schema.ddl.DdlOptions;
import dev.revgraph.schema.ddl.DdlWriter;
import dev.revgraph.schema.diff.Difference;
import dev.revgraph.schema.diff.Measure;
import dev.revgraph.schema.diff.SchemaDiff;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.read.SchemaReader;
import dev.revgraph.schema.read.SchemaScope;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Times the schema engine on databases of many tables with ten columns each: reading the catalog, comparing two schemas
 * of which one table in ten differs, and writing the statements, beside {@code pg_dump --schema-only} of the same database.
 * Takes {@code url=…} of a server (or nothing after the sign, for one of its own) and numbers of tables; prints a table.
 */
public final class SchemaEngine {

    private static final int ROUNDS = 5;
    private static final int TOGETHER = 100;
    private static final String NAME = "bench_schema";
    private static final String CHANGED = "bench_schema_changed";

    private final Server server;
    private final SchemaReader reader = new SchemaReader(SchemaScope.EVERYTHING);

    private SchemaEngine(Server server) {
        this.server = server;
    }

    public static void main(String[] args) throws Exception {
        String url = args[0].substring("url=".length());
        try (Server server = url.isEmpty() ? Server.embedded(true) : Server.at(url)) {
            System.out.println(String.join(", ", server.facts()));
            System.out.println(
                    "\n| tables | columns | queries | read, ms | compare, ms | differences | write, ms | statements"
                            + " | pg_dump, ms |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
            for (String size : String.join(" ", List.of(args).subList(1, args.length))
                    .strip()
                    .split(" +", -1)) {
                new SchemaEngine(server).measure(Integer.parseInt(size));
            }
        }
    }

    private void measure(int tables) throws Exception {
        PGSimpleDataSource database = server.create(NAME);
        PGSimpleDataSource other = server.create(CHANGED);
        fill(database, tables, false);
        fill(other, tables, true);
        try (Connection connection = database.getConnection();
                Connection changed = other.getConnection()) {
            Queries queries = new Queries();
            Schema from = reader.read(queries.counting(connection));
            Schema to = reader.read(changed);
            List<Difference> differences = SchemaDiff.between(from, to, Measure.exact());
            int statements = DdlWriter.write(from, to, differences, DdlOptions.LIVE)
                    .statements()
                    .size();
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %,d | %d | %s | %s | %,d | %s | %,d | %s |%n",
                    tables,
                    tables * 10,
                    queries.count(),
                    median(() -> reader.read(connection)),
                    median(() -> SchemaDiff.between(from, to, Measure.exact())),
                    differences.size(),
                    median(() -> DdlWriter.write(from, to, differences, DdlOptions.LIVE)),
                    statements,
                    dump(database).map(SchemaEngine::median).orElse("no pg_dump that is new enough"));
        } finally {
            server.drop(NAME);
            server.drop(CHANGED);
        }
    }

    /** Ten columns, a primary key, a foreign key, a check, a default, an index and a comment for each table. */
    private static void fill(PGSimpleDataSource database, int tables, boolean changed) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> some = new ArrayList<>();
            for (int i = 0; i < tables; i++) {
                some.add(table(i, changed && i % 10 == 0));
                if (some.size() == TOGETHER || i == tables - 1) {
                    statement.execute(String.join("", some));
                    some.clear();
                }
            }
        }
    }

    private static String table(int number, boolean changed) {
        return """
                CREATE TABLE t%1$d (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    parent bigint%3$s,
                    code varchar(%2$d) NOT NULL UNIQUE,
                    state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'old')),
                    amount numeric(12, 2) NOT NULL DEFAULT 0,
                    created_at timestamptz NOT NULL DEFAULT now(),
                    updated_at timestamptz,
                    tags text[],
                    document jsonb,
                    visible boolean NOT NULL DEFAULT true
                );
                CREATE INDEX t%1$d_created ON t%1$d (created_at DESC) WHERE visible;
                COMMENT ON TABLE t%1$d IS 'table %1$d';
                """.formatted(number, changed ? 60 : 50, number == 0 ? "" : " REFERENCES t" + (number - 1) + " (id)");
    }

    /** The program that is there, if it can dump this server. */
    private static Optional<Callable<Integer>> dump(PGSimpleDataSource database) {
        ProcessBuilder program = new ProcessBuilder(
                        "pg_dump",
                        "--schema-only",
                        "--host=" + database.getServerNames()[0],
                        "--port=" + database.getPortNumbers()[0],
                        "--username=" + database.getUser(),
                        "--dbname=" + database.getDatabaseName())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        program.environment().put("PGPASSWORD", String.valueOf(database.getPassword()));
        Callable<Integer> run = () -> program.start().waitFor();
        try {
            return run.call() == 0 ? Optional.of(run) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /** Milliseconds, the median of some rounds after one that does not count. */
    private static String median(Callable<?> work) {
        List<Double> millis = new ArrayList<>();
        try {
            work.call();
            for (int round = 0; round < ROUNDS; round++) {
                long begin = System.nanoTime();
                work.call();
                millis.add((System.nanoTime() - begin) / 1e6);
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        Collections.sort(millis);
        return String.format(Locale.ROOT, "%,.0f", millis.get(ROUNDS / 2));
    }
}
