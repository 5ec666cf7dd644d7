package dev.revgraph.schema;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** A Java revision gives a text as the name of something in the database, and SQL knows no such names. */
public final class MalformedNameException extends MigrationException {

    MalformedNameException(String text) {
        super(
                ErrorCode.BAD_SCRIPT,
                "\"" + text + "\" is no name in PostgreSQL, or has too many parts.",
                "Write it as in SQL: users, billing.users, and in double quotes what has capitals or blanks in it.",
                List.of());
    }
}
