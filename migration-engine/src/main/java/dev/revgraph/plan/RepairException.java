package dev.revgraph.plan;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** A repair is asked for where there is nothing of the kind to repair; nothing is changed. */
public final class RepairException extends MigrationException {

    RepairException(String message, String action, List<String> revisions) {
        super(ErrorCode.NOTHING_TO_REPAIR, message + " Nothing is changed.", action, revisions);
    }
}
