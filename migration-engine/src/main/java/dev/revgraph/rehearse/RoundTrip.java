package dev.revgraph.rehearse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a revision leaves when it is applied, undone, and applied again. Immutable.
 *
 * @param afterDowngrade in what the schema then differs from what it was, as sentences
 * @param afterSecondUpgrade in what the schema then differs from what the first upgrade made
 * @param lasting what remains because PostgreSQL cannot undo it, as sentences
 * @param failure why it could not be applied, undone or applied again; {@code null} if it could
 * @param skipped why it was not tried; {@code null} if it was
 */
public record RoundTrip(
        String revision,
        List<String> afterDowngrade,
        List<String> afterSecondUpgrade,
        List<String> lasting,
        @Nullable String failure,
        @Nullable String skipped) {

    public RoundTrip {
        afterDowngrade = List.copyOf(afterDowngrade);
        afterSecondUpgrade = List.copyOf(afterSecondUpgrade);
        lasting = List.copyOf(lasting);
    }

    static RoundTrip skipped(String revision, String why) {
        return new RoundTrip(revision, List.of(), List.of(), List.of(), null, why);
    }

    static RoundTrip failed(String revision, String why) {
        return new RoundTrip(revision, List.of(), List.of(), List.of(), why, null);
    }

    RoundTrip remaining(List<String> remains) {
        return new RoundTrip(revision, remains, afterSecondUpgrade, lasting, failure, skipped);
    }

    /** Whether nothing remained that could have been undone. */
    public boolean isClean() {
        return afterDowngrade.isEmpty() && afterSecondUpgrade.isEmpty() && failure == null;
    }
}
