package dev.revgraph.test;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A test cannot have its database: no server, no right to create one, no revisions, or an annotation that makes no sense. */
public final class MigrationTestException extends MigrationException {

    private static final String NOT_ALLOWED = "42501";

    MigrationTestException(ErrorCode code, String message, String action, @Nullable Throwable cause) {
        super(code, message, action, List.of(), cause);
    }

    /** Of a server that cannot be connected to. */
    static MigrationTestException silent(SQLException failure) {
        return new MigrationTestException(
                ErrorCode.CONNECTION,
                "The PostgreSQL for the tests does not answer: " + said(failure) + ".",
                "See that it runs, and that \"" + ServerChoice.URL
                        + "\", \"migration.test.username\" and \"migration.test.password\" are right.",
                failure);
    }

    /** Of a server that makes or drops no database. */
    static MigrationTestException refused(SQLException failure) {
        boolean forbidden = NOT_ALLOWED.equals(failure.getSQLState());
        return new MigrationTestException(
                forbidden ? ErrorCode.PERMISSION_DENIED : ErrorCode.CONNECTION,
                "The PostgreSQL for the tests does not give a test class its database: " + said(failure) + ".",
                forbidden
                        ? "Let an administrator run `ALTER ROLE … CREATEDB` for the role of the tests."
                        : "See what is the matter with the server, and run the tests again.",
                failure);
    }

    /** As the end of a sentence. */
    private static String said(SQLException failure) {
        return String.valueOf(failure.getMessage()).replaceFirst("\\.\\s*$", "");
    }
}
