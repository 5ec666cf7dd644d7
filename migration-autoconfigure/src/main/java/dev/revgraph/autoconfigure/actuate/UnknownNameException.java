package dev.revgraph.autoconfigure.actuate;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.Collection;
import java.util.List;

/** The path names something that is not here. */
final class UnknownNameException extends MigrationException {

    private UnknownNameException(ErrorCode code, String message, String action) {
        super(code, message, action, List.of());
    }

    static UnknownNameException database(String name, Collection<String> known) {
        return new UnknownNameException(
                ErrorCode.NO_SUCH_DATABASE,
                "There is no database \"" + name + "\".",
                "Use one of: " + String.join(", ", known) + ".");
    }

    static UnknownNameException revision(String id, String database) {
        return new UnknownNameException(
                ErrorCode.NO_SUCH_REVISION,
                "There is no revision \"" + id + "\", neither among the files nor in the database \"" + database
                        + "\".",
                "Use a full id, as the history shows it.");
    }

    static UnknownNameException view(String name) {
        return new UnknownNameException(
                ErrorCode.USAGE,
                "There is nothing called \"" + name + "\" here.",
                "Use \"history\" or \"revisions/ID\" after the database's name.");
    }
}
