package dev.revgraph.rehearse;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** There is no shadow database, or something cannot be built in it. The real database is as it was. */
public final class ShadowException extends MigrationException {

    private final String details;

    public ShadowException(ErrorCode code, String message, String action, @Nullable Throwable cause) {
        this(code, message, action, "", cause);
    }

    ShadowException(ErrorCode code, String message, String action, String details, @Nullable Throwable cause) {
        super(code, message, action, List.of(), cause);
        this.details = details;
    }

    /** For a model that cannot be told to PostgreSQL at all. */
    public static ShadowException badModel(String message, String action, Throwable cause) {
        return new ShadowException(ErrorCode.BAD_MODEL, message, action, cause);
    }

    @Override
    public String details() {
        return details;
    }
}
