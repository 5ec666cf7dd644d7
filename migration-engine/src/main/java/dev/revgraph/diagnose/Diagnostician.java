package dev.revgraph.diagnose;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for the cause of a failure in the database. Changes nothing, and takes no longer than seconds. */
public final class Diagnostician {

    private static final Logger log = LoggerFactory.getLogger(Diagnostician.class);

    private static final String TERMS =
            "SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = '3s'; SET LOCAL lock_timeout = '1s'";

    private static final Map<String, List<Cause>> CAUSES = causes();

    private final List<RevisionText> revisions;
    private final int sampleRows;

    /**
     * Knows the revisions of an application.
     *
     * @param revisions in the order of the graph
     * @param sampleRows how many rows a diagnosis shows at most; with 0 it shows no value of any row
     */
    public Diagnostician(List<RevisionText> revisions, int sampleRows) {
        this.revisions = List.copyOf(revisions);
        this.sampleRows = sampleRows;
    }

    private static Map<String, List<Cause>> causes() {
        Map<String, List<Cause>> causes = new LinkedHashMap<>();
        causes.put("23503", List.of(new OrphanRows(), new KeyAtTheEnd()));
        causes.put("42P01", List.of(new MissingReference(), new MissingTable()));
        causes.put("3F000", List.of(new MissingSchema(), new MissingObject()));
        causes.put("42883", List.of(new MissingObject()));
        causes.put("42830", List.of(new MissingReference()));
        causes.put("42704", List.of(new MissingReference(), new MissingTable(), new MissingObject()));
        causes.put("42703", List.of(new MissingColumn()));
        causes.put("2BP01", List.of(new Dependents()));
        causes.put("0A000", List.of(new Dependents()));
        for (String state : List.of("42804", "22P02", "22003", "22007", "22008", "22001")) {
            causes.put(state, List.of(new Conversion()));
        }
        causes.put("23502", List.of(new Nulls()));
        causes.put("23505", List.of(new RepeatedKey(), new ExistingKey()));
        causes.put("23514", List.of(RowsAgainst::checked));
        causes.put("55P04", List.of(Rules::newEnumValue));
        causes.put("25001", List.of(Rules::noTransaction));
        causes.put("42501", List.of(new MissingRight()));
        causes.put("40P01", List.of(new Deadlock()));
        causes.put("53100", List.of(Space::disk));
        causes.put("53200", List.of(Space::memory));
        causes.put("53400", List.of(Space::temporaryFiles));
        causes.put("57014", List.of(new OverTime()));
        causes.put("42P07", List.of(new ExistingRelation(), new ExistingObject()));
        for (String state : List.of("42710", "42723", "42P06")) {
            causes.put(state, List.of(new ExistingObject(), new ExistingLabel()));
        }
        causes.put("42701", List.of(new ExistingColumn()));
        return causes;
    }

    /** The codes of PostgreSQL that it knows causes for. */
    static Set<String> states() {
        return CAUSES.keySet();
    }

    /**
     * The cause of a failure; nothing if it is of another kind, or the database does not show it. Never throws: what fails
     * here must not hide the failure itself.
     *
     * @param connection without an open transaction; is left so
     */
    public Optional<Diagnosis> explain(Connection connection, FailedSql failed) {
        List<Cause> causes = CAUSES.getOrDefault(failed.sqlState(), List.of());
        if (causes.isEmpty()) {
            return Optional.empty();
        }
        try {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                return look(connection, failed, causes);
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException | RuntimeException failure) {
            log.debug("The cause of the failure of revision \"{}\" cannot be looked for.", failed.revision(), failure);
            return Optional.empty();
        }
    }

    private Optional<Diagnosis> look(Connection connection, FailedSql failed, List<Cause> causes) throws SQLException {
        Look look = new Look(connection, sampleRows);
        String timeout = look.list("SHOW statement_timeout").get(0);
        try (Statement terms = connection.createStatement()) {
            terms.execute(TERMS);
        }
        Scene scene = new Scene(failed, Words.of(failed.text()), look, revisions, timeout);
        Optional<String> path = scene.searchPath();
        if (path.isPresent()) {
            try (Statement own = connection.createStatement()) {
                own.execute("SET LOCAL search_path TO " + path.get());
            }
        }
        for (Cause cause : causes) {
            Optional<Diagnosis> found = cause.find(scene);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
