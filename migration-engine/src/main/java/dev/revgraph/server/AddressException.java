package dev.revgraph.server;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;

/** The address of a database has no form that the driver understands. It is not repeated: it may hold a password. */
public final class AddressException extends MigrationException {

    AddressException() {
        super(
                ErrorCode.USAGE,
                "The address of the database has no form that PostgreSQL's driver understands. Nothing is run.",
                "Write it as \"jdbc:postgresql://host:port/database\".",
                List.of());
    }
}
