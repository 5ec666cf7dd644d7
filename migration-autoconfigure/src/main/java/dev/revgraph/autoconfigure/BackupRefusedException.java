package dev.revgraph.autoconfigure;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** The backup that is to come before the upgrade cannot be begun, so the upgrade is not begun either. */
final class BackupRefusedException extends MigrationException {

    BackupRefusedException(ErrorCode code, String message, String action) {
        super(code, message, action, List.of());
    }
}
