package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.store.Identifier;
import dev.revgraph.store.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The role lacks a right that the records need. */
public final class PermissionDeniedException extends MigrationException {

    private static final String OR_ANOTHER_ROLE =
            ", or give migrations a role of their own with `migration.username` and `migration.password`.";

    PermissionDeniedException(String message, String action, @Nullable Throwable cause) {
        super(ErrorCode.PERMISSION_DENIED, message, action, List.of(), cause);
    }

    static PermissionDeniedException onRecords(@Nullable Place place, Throwable thrown) {
        Identifier schema = place == null ? null : place.schema();
        if (place == null || schema == null) {
            return new PermissionDeniedException(
                    "The role may not look at the database: " + Failures.reason(thrown) + ".",
                    "Grant it the rights" + OR_ANOTHER_ROLE,
                    thrown);
        }
        return new PermissionDeniedException(
                "The role \"" + place.role() + "\" may not read or write the migration records in the schema " + schema
                        + ": " + Failures.reason(thrown) + ".",
                "Grant the rights (GRANT USAGE ON SCHEMA " + schema + " TO " + role(place)
                        + "; GRANT SELECT, INSERT, UPDATE, DELETE ON " + schema + ".migration_revision, " + schema
                        + ".migration_history TO " + role(place) + ")" + OR_ANOTHER_ROLE,
                thrown);
    }

    static PermissionDeniedException onCreation(Place place, Identifier schema, Throwable thrown) {
        String what = place.schemaExists() ? "migration tables in the schema " + schema : "schema " + schema;
        String grant = place.schemaExists()
                ? "GRANT USAGE, CREATE ON SCHEMA " + schema
                : "GRANT CREATE ON DATABASE " + new Identifier(place.database());
        return new PermissionDeniedException(
                "The role \"" + place.role() + "\" may not create the " + what + ": " + Failures.reason(thrown)
                        + ". Nothing is run.",
                "Grant the right (" + grant + " TO " + role(place) + ")" + OR_ANOTHER_ROLE,
                thrown);
    }

    private static Identifier role(Place place) {
        return new Identifier(place.role());
    }
}
