package dev.revgraph.run;

/**
 * Settings by which the server notices that this client is gone, also in the middle of a statement and when the network
 * says nothing. What a client holds that nobody can end any more would keep all other instances waiting. A shorter
 * limit of the server, the role or the connection stays as it is.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-connection.html">Connection settings</a>
 */
final class Vigilance {

    /** Without it a statement goes on after its client has died. The server can look on Linux. */
    private static final String CHECK = "CASE WHEN pg_catalog.version() LIKE '%linux%' THEN "
            + unlessSet("client_connection_check_interval", "2s") + " END";

    /** Half a connection is found dead after a minute. A socket of the file system has no such settings, and says 0. */
    private static final String KEEP_ALIVE = String.join(
            ", ",
            atMost("tcp_keepalives_idle", 30),
            atMost("tcp_keepalives_interval", 10),
            atMost("tcp_keepalives_count", 3));

    private static final String SETTINGS = CHECK + ", " + KEEP_ALIVE;

    /** Longer than any pause between two statements of a script. */
    private static final String LONGEST_IDLENESS = "1min";

    private static final String IDLE_TRANSACTION =
            ", " + unlessSet("idle_in_transaction_session_timeout", LONGEST_IDLENESS);

    private static final String IDLE_SESSION = ", " + unlessSet("idle_session_timeout", LONGEST_IDLENESS);

    private Vigilance() {}

    /**
     * What has to be selected in a transaction, for that transaction.
     *
     * @param code whether Java runs in it, which may think as long as it likes
     */
    static String ofTransaction(boolean code) {
        return (SETTINGS + (code ? "" : IDLE_TRANSACTION)).replace("{local}", "true");
    }

    /** What has to be selected for a session in which statements commit by themselves. */
    static String ofSession(boolean code) {
        return (SETTINGS + (code ? "" : IDLE_SESSION)).replace("{local}", "false");
    }

    private static String unlessSet(String name, String value) {
        // What was set for the transaction has to be set once more to outlive it.
        return ("CASE WHEN pg_catalog.current_setting('%1$s') IN ('0', '%2$s')"
                        + " THEN pg_catalog.set_config('%1$s', '%2$s', {local}) END")
                .formatted(name, value);
    }

    private static String atMost(String name, int value) {
        return "pg_catalog.set_config('%1$s', least(pg_catalog.current_setting('%1$s')::int, %2$d)::text, {local})"
                .formatted(name, value);
    }
}
