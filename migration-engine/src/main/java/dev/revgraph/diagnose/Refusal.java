package dev.revgraph.diagnose;

import java.util.List;

/** What a role is refused a statement for. */
sealed interface Refusal {

    /**
     * A right that GRANT gives.
     *
     * @param right as GRANT has it
     * @param object as GRANT has it: {@code SCHEMA billing}
     * @param owner who may grant it
     * @param role who lacks it
     */
    record Ungranted(String right, String object, String owner, String role) implements Refusal {}

    /**
     * What only the owner may do.
     *
     * @param object its name as SQL
     */
    record NotOwner(String object, String owner) implements Refusal {}

    /** What GRANT ... ON gives to nobody. */
    record Barred(String finding, List<WayOut> waysOut) implements Refusal {}
}
