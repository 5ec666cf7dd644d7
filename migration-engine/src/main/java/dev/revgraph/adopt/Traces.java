package dev.revgraph.adopt;

import dev.revgraph.ErrorCode;
import dev.revgraph.rehearse.TableName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other tools have left in a database. Immutable.
 *
 * @param flyway the table of Flyway's records; {@code null} if there is none
 * @param alembic the table of Alembic's; {@code null} if there is none
 */
public record Traces(@Nullable TableName flyway, @Nullable TableName alembic) {

    /** The tables of other tools. */
    public List<TableName> tables() {
        List<TableName> tables = new ArrayList<>();
        if (flyway != null) {
            tables.add(flyway);
        }
        if (alembic != null) {
            tables.add(alembic);
        }
        return tables;
    }

    /**
     * What to go by.
     *
     * @throws AdoptionException if there are several, and nobody has said which
     */
    public Source source() {
        if (flyway != null && alembic != null) {
            throw new AdoptionException(
                    ErrorCode.ADOPTION,
                    "Both Flyway and Alembic have been here: there are " + flyway + " and " + alembic + ".",
                    "Say whose records count: `adopt --from flyway`, `adopt --from alembic`, or `adopt --from schema` for"
                            + " neither.",
                    List.of());
        }
        return flyway != null ? Source.FLYWAY : alembic != null ? Source.ALEMBIC : Source.SCHEMA;
    }
}
