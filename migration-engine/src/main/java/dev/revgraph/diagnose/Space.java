package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The server has come to an end: of its disk, of its memory, of what may be written to temporary files. */
final class Space {

    private static final String LARGEST = """
            SELECT c.oid::regclass AS "table", pg_catalog.pg_size_pretty(pg_catalog.pg_total_relation_size(c.oid)) AS size
              FROM pg_catalog.pg_class c
             WHERE c.relkind IN ('r', 'm')
               AND (c.relnamespace <> 'pg_catalog'::regnamespace OR c.relname = 'pg_largeobject')
             ORDER BY pg_catalog.pg_total_relation_size(c.oid) DESC, c.oid""";

    private static final String DATABASE = """
            SELECT pg_catalog.current_database(),
                   pg_catalog.pg_size_pretty(pg_catalog.pg_database_size(pg_catalog.current_database()))
            """;

    private static final String SLOTS = """
            SELECT slot_name, pg_catalog.pg_size_pretty(pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), restart_lsn)),
                   CASE WHEN active THEN 'in use' ELSE 'used by nobody' END
              FROM pg_catalog.pg_replication_slots
             WHERE pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), restart_lsn) > 256 * 1024 * 1024
             ORDER BY restart_lsn
            """;

    private static final String OTHER_SPACES = """
            SELECT pg_catalog.quote_ident(spcname) FROM pg_catalog.pg_tablespace
             WHERE spcname NOT IN ('pg_default', 'pg_global') AND pg_catalog.has_tablespace_privilege(oid, 'CREATE')
             ORDER BY spcname
            """;

    private Space() {}

    static Optional<Diagnosis> disk(Scene scene) throws SQLException {
        Look look = scene.look();
        StringBuilder finding = new StringBuilder("The server has no room left on a disk.");
        look.attempt(DATABASE)
                .forEach(row -> finding.append(" The database ")
                        .append(row.get(0))
                        .append(" has ")
                        .append(row.get(1))
                        .append('.'));
        Optional<Relation> table = scene.table();
        if (table.isPresent()) {
            Size.of(look, table.get()).ifPresent(size -> finding.append(' ').append(size));
        }
        List<WayOut> ways = new ArrayList<>();
        ways.add(WayOut.of(
                "Make room (`df` on the server shows where it is missing), then run the command again. A statement that"
                        + " rewrites a table, or builds its indexes, needs as much as these have once more, and as much"
                        + " write-ahead log."));
        for (List<String> slot : look.attempt(SLOTS)) {
            finding.append(" The replication slot \"")
                    .append(slot.get(0))
                    .append("\" (")
                    .append(slot.get(2))
                    .append(") keeps ")
                    .append(slot.get(1))
                    .append(" of write-ahead log.");
            if (slot.get(2).equals("used by nobody")) {
                ways.add(WayOut.of(
                        "If nothing will ever read from the slot again: drop it, which sets its log free.",
                        "SELECT pg_drop_replication_slot('" + slot.get(0) + "')"));
            }
        }
        ways.add(elsewhere(look));
        return Optional.of(new Diagnosis(finding.toString(), look.sample(LARGEST), LARGEST, ways));
    }

    /** Sorts and the building of indexes write to temporary files. */
    private static WayOut elsewhere(Look look) throws SQLException {
        List<String> others = look.list(OTHER_SPACES);
        String now = look.list("SHOW temp_tablespaces").get(0);
        String text = "If it is the disk of the temporary files, which sorts and the building of indexes write ("
                + (now.isEmpty()
                        ? "`temp_tablespaces` is empty: they go where the database is"
                        : "`temp_tablespaces` is " + now)
                + "): ";
        return others.isEmpty()
                ? WayOut.of(
                        text + "make a tablespace on another disk, and name it in `SET LOCAL temp_tablespaces` before"
                                + " the statement.")
                : WayOut.of(
                        text + "let them go elsewhere, with this before the statement.",
                        "SET LOCAL temp_tablespaces = " + others.get(0));
    }

    /** The same code for the memory of a process, and for the table of locks that all share. */
    static Optional<Diagnosis> memory(Scene scene) throws SQLException {
        Look look = scene.look();
        List<String> settings = look.rows("""
                SELECT pg_catalog.current_setting('work_mem'), pg_catalog.current_setting('maintenance_work_mem'),
                       pg_catalog.current_setting('max_locks_per_transaction'), pg_catalog.current_setting('max_connections')
                """).get(0);
        StringBuilder finding = new StringBuilder(
                "The server has no memory left: for the process, or in the table of locks that all share.");
        Optional<Relation> table = scene.table();
        if (table.isPresent()) {
            Size.of(look, table.get()).ifPresent(size -> finding.append(' ').append(size));
            if (table.get().kind().equals("p")) {
                String partitions = look.list(
                                "SELECT count(*) FROM pg_catalog.pg_partition_tree(?::oid::regclass) WHERE isleaf",
                                table.get().oid())
                        .get(0);
                finding.append(" Its partitions: ").append(partitions).append('.');
            }
        }
        return Optional.of(Diagnosis.of(
                finding.toString(),
                WayOut.of("If it is the process: let it take less. `work_mem` is " + settings.get(0)
                        + " and `maintenance_work_mem` " + settings.get(1)
                        + "; `SET LOCAL` before the statement lowers them for the revision. Or change fewer rows at once, in"
                        + " batches."),
                WayOut.of(
                        "If it is the table of locks, as for a revision that touches thousands of tables, partitions or"
                                + " large objects: split the revision, or raise `max_locks_per_transaction` (now "
                                + settings.get(2)
                                + ") in the server's configuration and restart it.")));
    }

    /** The one limit of this code that a statement of a revision can run into. */
    static Optional<Diagnosis> temporaryFiles(Scene scene) throws SQLException {
        String limit = scene.look().list("SHOW temp_file_limit").get(0);
        if (limit.equals("-1")) {
            return Optional.empty();
        }
        return Optional.of(Diagnosis.of(
                "The statement writes more to temporary files than `temp_file_limit` allows, which is " + limit
                        + " for each session.",
                WayOut.of(
                        "Give sorts and the building of indexes more memory, with this before the statement.",
                        "SET LOCAL maintenance_work_mem = '1GB'",
                        "SET LOCAL work_mem = '256MB'"),
                WayOut.of(
                        "Or let a superuser raise `temp_file_limit` for the role that migrates, or change fewer rows at"
                                + " once, in batches.")));
    }
}
