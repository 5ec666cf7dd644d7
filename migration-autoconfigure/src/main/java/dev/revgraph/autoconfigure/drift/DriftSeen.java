package dev.revgraph.autoconfigure.drift;

import java.time.Instant;
import java.util.List;

/**
 * What the last look has found. Immutable.
 *
 * @param at when it was
 * @param count of the differences
 * @param objects the first of them, as change, kind and name: {@code extra column public.users.nickname}
 * @param error why there was no look; empty if there was one
 */
public record DriftSeen(Instant at, int count, List<String> objects, String error) {

    public DriftSeen {
        objects = List.copyOf(objects);
    }
}
