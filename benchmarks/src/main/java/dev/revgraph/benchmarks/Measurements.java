package dev.revgraph.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Takes the samples of one layout on one server. The tools take turns within every round, and another one begins each
 * round, so that whatever else the machine does meanwhile hits all of them alike.
 */
final class Measurements {

    private static final int WARM_UP = 10;

    private final Server server;
    private final Layout layout;
    private final Results results;

    Measurements(Server server, Layout layout, Results results) {
        this.server = server;
        this.layout = layout;
        this.results = results;
    }

    /** From an empty database to the last change; the databases stay, one for each tool. */
    void fromEmpty(Measure measure, int rounds, List<Tool> tools) throws Exception {
        for (int round = 0; round < rounds; round++) {
            for (Tool tool : turns(tools, round)) {
                DataSource database = server.create(databaseOf(tool));
                long nanos = migrate(tool, database);
                Expected.require(database, layout.size());
                results.add(measure, layout.size(), tool, nanos);
            }
        }
    }

    private long migrate(Tool tool, DataSource database) throws Exception {
        try (HikariDataSource pool = Pool.of(database);
                URLClassLoader files = layout.classLoader(tool)) {
            return time(tool, pool, files);
        }
    }

    /** In this JVM, again and again, everything loaded and compiled. */
    void nothingWarm(int rounds, List<Tool> tools) throws Exception {
        List<AutoCloseable> open = new ArrayList<>();
        try {
            List<DataSource> pools = new ArrayList<>();
            List<URLClassLoader> files = new ArrayList<>();
            for (Tool tool : tools) {
                HikariDataSource pool = Pool.of(server.database(databaseOf(tool)));
                pools.add(pool);
                open.add(pool);
                URLClassLoader loader = layout.classLoader(tool);
                files.add(loader);
                open.add(loader);
            }
            server.checkpoint();
            for (int round = -WARM_UP; round < rounds; round++) {
                for (Tool tool : turns(tools, round)) {
                    int i = tools.indexOf(tool);
                    long nanos = time(tool, pools.get(i), files.get(i));
                    if (round >= 0) {
                        results.add(Measure.NOTHING_WARM, layout.size(), tool, nanos);
                    }
                }
            }
        } finally {
            for (AutoCloseable closeable : open) {
                closeable.close();
            }
        }
    }

    /** In a process of its own, from its start to its end. */
    void nothingCold(int rounds, List<Tool> tools) throws Exception {
        server.checkpoint();
        for (int round = -1; round < rounds; round++) {
            for (Tool tool : turns(tools, round)) {
                long nanos = ColdStart.time(tool, layout, server.database(databaseOf(tool)));
                if (round >= 0) {
                    results.add(Measure.NOTHING_COLD, layout.size(), tool, nanos);
                }
            }
        }
        for (Tool tool : tools) {
            Expected.require(server.database(databaseOf(tool)), layout.size());
        }
    }

    /** No tool pays for the garbage of the one before it. */
    private long time(Tool tool, DataSource pool, ClassLoader files) throws Exception {
        System.gc();
        long begin = System.nanoTime();
        tool.contender().migrate(pool, layout.root(tool), files);
        return System.nanoTime() - begin;
    }

    void dropDatabases(List<Tool> tools) throws Exception {
        for (Tool tool : tools) {
            server.drop(databaseOf(tool));
        }
    }

    private static List<Tool> turns(List<Tool> tools, int round) {
        List<Tool> turns = new ArrayList<>(tools);
        Collections.rotate(turns, -round);
        return turns;
    }

    private static String databaseOf(Tool tool) {
        return "bench_" + tool.name().toLowerCase(Locale.ROOT);
    }
}
