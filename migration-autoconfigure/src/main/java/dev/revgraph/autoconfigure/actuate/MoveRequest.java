package dev.revgraph.autoconfigure.actuate;

import dev.revgraph.plan.Move;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * What a {@code POST} asks for.
 *
 * @param operation {@code upgrade}, {@code downgrade} or {@code stamp}
 * @param target where to; an upgrade goes to the configured target without one
 * @param reason kept in the history
 */
record MoveRequest(
        @Nullable String operation,
        @Nullable String target,
        @Nullable String reason) {

    /** @throws RequestException if it is incomplete */
    Move toMove(String usualTarget) {
        return switch (operation == null ? "" : operation) {
            case "upgrade" ->
                Move.upgrade(StringUtils.hasText(target) ? target.strip() : usualTarget)
                        .because(reason);
            case "downgrade" -> Move.downgrade(requiredTarget().strip()).because(reason);
            case "stamp" -> Move.stamp(separated(requiredTarget())).because(reason);
            case "" ->
                throw new RequestException(
                        "The request does not say what to do.",
                        "Send JSON such as {\"operation\": \"upgrade\", \"target\": \"head\", \"reason\": \"…\"}.");
            default ->
                throw new RequestException(
                        "There is no operation \"" + operation + "\".", "Use upgrade, downgrade or stamp.");
        };
    }

    /** Only upwards is there a usual way to go. */
    private String requiredTarget() {
        if (!StringUtils.hasText(target)) {
            throw new RequestException(
                    "The request does not say where to.",
                    "Add \"target\": a revision, \"-1\" or \"base\" for instance.");
        }
        return target;
    }

    private static List<String> separated(String targets) {
        return Arrays.stream(targets.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
