package dev.revgraph.readiness;

import dev.revgraph.ErrorCode;
import dev.revgraph.report.Readiness;
import dev.revgraph.report.StatusProblem;
import dev.revgraph.store.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Asks a server whether it is ready for an upgrade. Changes nothing, and waits for no lock of anybody's tables. */
public final class Inspection {

    private static final Duration OPEN_FOR_LONG = Duration.ofMinutes(1);

    /** The catalogs of a database may be large, and its server busy; a check must not hang for it. */
    private static final String BOUNDS = "SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = '5s'";

    private final JdbcOperations jdbc;
    private final Duration openForLong;

    /** @param jdbc within a transaction that the caller has begun, and that ends with the inspection */
    public Inspection(JdbcOperations jdbc) {
        this(jdbc, OPEN_FOR_LONG);
    }

    Inspection(JdbcOperations jdbc, Duration openForLong) {
        this.jdbc = jdbc;
        this.openForLong = openForLong;
    }

    /**
     * Asks all questions.
     *
     * @throws org.springframework.dao.DataAccessException if the server does not answer one, or not in time
     */
    public Readiness of(Place place) {
        jdbc.execute(BOUNDS);
        Server server = Server.ask(jdbc);
        List<StatusProblem> errors = new ArrayList<>(server.tooOld());
        errors.addAll(server.readOnly(place));
        errors.addAll(Rights.missing(jdbc, place));
        List<StatusProblem> warnings = new ArrayList<>(server.tooNew());
        warnings.addAll(InvalidIndexes.find(jdbc));
        warnings.addAll(OpenTransactions.find(jdbc, openForLong));
        warnings.addAll(OpenTransactions.prepared(jdbc));
        return new Readiness(server.major(), errors, warnings);
    }

    static StatusProblem problem(ErrorCode code, String message, String action) {
        return new StatusProblem(code.text(), null, message, action);
    }
}
