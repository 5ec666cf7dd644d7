package dev.revgraph.adopt;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database cannot be taken over as it is; nothing has been changed. */
public final class AdoptionException extends MigrationException {

    private static final String UNCHANGED = " Nothing has been changed.";

    AdoptionException(String message, String action) {
        this(message, action, List.of());
    }

    AdoptionException(String message, String action, List<String> revisions) {
        this(ErrorCode.ADOPTION, message, action, revisions);
    }

    AdoptionException(ErrorCode code, String message, String action, List<String> revisions) {
        super(code, message + UNCHANGED, action, revisions);
    }

    AdoptionException(ErrorCode code, String message, String action, @Nullable Throwable cause) {
        super(code, message + UNCHANGED, action, List.of(), cause);
    }

    /** Everything that stands in the way, at once. */
    static AdoptionException of(List<Obstacle> obstacles) {
        if (obstacles.size() == 1) {
            return new AdoptionException(
                    obstacles.get(0).message(), obstacles.get(0).action());
        }
        StringBuilder message = new StringBuilder("The database cannot be adopted, for several reasons:");
        obstacles.forEach(obstacle ->
                message.append("\n  - ").append(obstacle.message()).append(' ').append(obstacle.action()));
        return new AdoptionException(message + "\n", "Settle what is named above.");
    }
}
