package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.List;

/** The rights to one kind of object: which of them a statement certainly needs, and a role has not. */
@FunctionalInterface
interface RightsRule {

    List<? extends Refusal> refused(Asked asked) throws SQLException;
}
