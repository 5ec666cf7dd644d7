package dev.revgraph.store;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The migration tables were written by another version of this library, or are none of ours. */
public final class LayoutException extends MigrationException {

    private LayoutException(ErrorCode code, String message, String action) {
        super(code, message, action, List.of());
    }

    /** @throws LayoutException unless the layout is one that this version reads and writes */
    static void requireKnown(Identifier schema, Place place) {
        if (place.tablesExist()) {
            requireKnown(schema, place.layout());
        }
        if (place.tablesExist() != place.historyExists()) {
            String there = place.tablesExist() ? Tables.REVISION_TABLE : Tables.HISTORY_TABLE;
            String missing = place.tablesExist() ? Tables.HISTORY_TABLE : Tables.REVISION_TABLE;
            throw new LayoutException(
                    ErrorCode.LAYOUT_UNKNOWN,
                    "The schema " + schema + " has a table \"" + there + "\", but no \"" + missing
                            + "\" beside it. Nothing is read or changed.",
                    "If another tool made it, give the records a schema of their own with `migration.schema`. If the"
                            + " other one was lost, bring it back from a backup; or remove this one too and record with"
                            + " `stamp` what is applied.");
        }
    }

    private static void requireKnown(Identifier schema, @Nullable Integer layout) {
        if (layout == null) {
            throw new LayoutException(
                    ErrorCode.LAYOUT_UNKNOWN,
                    "The schema " + schema + " has a table \"" + Tables.REVISION_TABLE
                            + "\" that does not say which layout it has. Nothing is read or changed.",
                    "If another tool made it, give the records a schema of their own with `migration.schema`. If its"
                            + " comment was lost, put it back: COMMENT ON TABLE " + schema + "." + Tables.REVISION_TABLE
                            + " IS '" + Tables.LAYOUT_COMMENT + Tables.LAYOUT + "'.");
        }
        if (layout > Tables.LAYOUT) {
            throw new LayoutException(
                    ErrorCode.LAYOUT_TOO_NEW,
                    "The migration tables in the schema " + schema + " have layout " + layout
                            + "; this version of Revgraph reads layouts up to " + Tables.LAYOUT
                            + ". Nothing is read or changed.",
                    "Use the version of Revgraph that the newer application uses.");
        }
        if (layout < Tables.LAYOUT) {
            throw new LayoutException(
                    ErrorCode.LAYOUT_UNKNOWN,
                    "The migration tables in the schema " + schema + " have layout " + layout
                            + ", which no version of Revgraph has written. Nothing is read or changed.",
                    "Correct the comment on " + schema + "." + Tables.REVISION_TABLE + ".");
        }
    }
}
