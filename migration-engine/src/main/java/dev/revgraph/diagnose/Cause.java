package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.Optional;

/** One kind of failure that can be explained by looking. */
@FunctionalInterface
interface Cause {

    /** Nothing if the database does not show the cause: better no diagnosis than a wrong one. */
    Optional<Diagnosis> find(Scene scene) throws SQLException;
}
