package dev.revgraph.script;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** The text cannot be cut into tokens or statements; nothing after the line named can be trusted. */
final class LexicalException extends MigrationException {

    private final transient Finding finding;

    LexicalException(int line, String message, String action) {
        super(ErrorCode.BAD_SCRIPT, message, action, List.of());
        this.finding = Finding.inScript(line, message, action);
    }

    Finding finding() {
        return finding;
    }
}
