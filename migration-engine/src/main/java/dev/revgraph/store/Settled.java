package dev.revgraph.store;

import java.util.List;

/**
 * What a run left behind that left nothing to do: from which files that was found, and how the database stood. As long as
 * the files and the records are the same, nothing is to be done. Immutable.
 *
 * @param files digest of the files
 * @param heads the heads of the files
 * @param current the current heads
 * @param applied how many revisions are applied
 */
public record Settled(String files, List<String> heads, List<String> current, int applied) {

    public Settled {
        heads = List.copyOf(heads);
        current = List.copyOf(current);
    }

    /** What is known of a row beside its texts; whoever changes more than that by hand is noticed by the next full look. */
    private static final String ROWS = """
            (SELECT pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(coalesce(pg_catalog.string_agg(
                        r.id || ' ' || r.state || ' ' || coalesce(r.seal, '') || ' ' || coalesce(r.upgrade_checksum, ''), ',' ORDER BY r.id), ''),
                    'UTF8')), 'hex') FROM {revision} r)""";

    /** One row, or none if the records are not those of a run that left nothing to do. */
    static final String READ = """
            SELECT h.settled[1], pg_catalog.array_to_string(h.settled[3:], ' '), pg_catalog.array_to_string(h.heads_after, ' '),
                   (SELECT count(*) FROM {revision} WHERE kind <> 'repeatable')
              FROM {history} h
             WHERE h.id = (SELECT max(id) FROM {history}) AND h.settled[2] =\s""" + ROWS;

    /**
     * Nothing is written if others have added to the log meanwhile. The disk is not waited for: what is lost in a crash of
     * the server is found out again by the next start.
     */
    static final String WRITE = """
            UPDATE {history} SET settled = ARRAY[?, %s] || pg_catalog.string_to_array(?, ' ')
             WHERE id = ? AND id = (SELECT max(id) FROM {history})
               AND pg_catalog.set_config('synchronous_commit', 'off', true) = 'off'
            """.formatted(ROWS);
}
