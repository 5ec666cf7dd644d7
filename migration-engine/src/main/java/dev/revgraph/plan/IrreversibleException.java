package dev.revgraph.plan;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** A downgrade would have to undo a revision that cannot be undone; nothing is run. */
public final class IrreversibleException extends MigrationException {

    IrreversibleException(List<String> revisions, String reasons) {
        super(
                ErrorCode.IRREVERSIBLE,
                "The downgrade would have to undo what cannot be undone. " + reasons + " Nothing is run.",
                "Choose a target above " + (revisions.size() == 1 ? "it" : "them")
                        + ", write the downgrade, or restore a backup.",
                revisions);
    }
}
