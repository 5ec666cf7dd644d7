package dev.revgraph.run;

import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * A session in which a backslash in {@code '…'} is an ordinary character, as it is where revision files are read. Role or
 * database may have set {@code standard_conforming_strings} otherwise; then strings would say something else than the
 * file, or end elsewhere.
 */
final class StringsAsWritten {

    private static final String NAME = "standard_conforming_strings";

    private static final String IS_SET_IN_SESSION =
            "SELECT source = 'session' FROM pg_catalog.pg_settings WHERE name = '" + NAME + "'";

    private final JdbcOperations jdbc;
    private final String restoring;

    private StringsAsWritten(JdbcOperations jdbc, String restoring) {
        this.jdbc = jdbc;
        this.restoring = restoring;
    }

    /** The server has told the driver already, so that nothing is sent where nothing has to change. */
    static StringsAsWritten in(PGConnection postgres, JdbcOperations jdbc) {
        if (!"off".equals(postgres.getParameterStatus(NAME))) {
            return new StringsAsWritten(jdbc, "");
        }
        boolean ofSession = jdbc.queryForList(IS_SET_IN_SESSION, Boolean.class).equals(List.of(true));
        jdbc.execute("SET " + NAME + " = on");
        return new StringsAsWritten(jdbc, ofSession ? "SET " + NAME + " = off" : "RESET " + NAME);
    }

    /** Puts the session back as it was found. */
    void restore() {
        if (!restoring.isEmpty()) {
            jdbc.execute(restoring);
        }
    }
}
