package dev.revgraph.run;

import dev.revgraph.run.MigrationEvent.WaitingForOther;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Waits for another instance: in short naps between which nothing is held and nothing runs on the server, for a
 * bounded time, telling from time to time whom for. One object for one run.
 */
final class Patience {

    private static final Duration FIRST_NAP = Duration.ofMillis(30);
    private static final Duration LONGEST_NAP = Duration.ofMillis(400);
    private static final Duration FIRST_WORD = Duration.ofSeconds(1);
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(10);

    private final Duration limit;
    private final Announcer announcer;
    private final Sleeper sleeper;

    private Duration waited = Duration.ZERO;
    private Duration nextWord = FIRST_WORD;
    private int naps;

    Patience(Duration limit, Announcer announcer, Sleeper sleeper) {
        this.limit = limit;
        this.announcer = announcer;
        this.sleeper = sleeper;
    }

    /**
     * One nap.
     *
     * @param holder asked only when there is something to tell
     * @throws LockUnavailableException when the time is up
     */
    void nap(Supplier<String> holder) {
        if (waited.compareTo(limit) >= 0) {
            throw new LockUnavailableException(waited, holder.get());
        }
        if (waited.compareTo(nextWord) >= 0) {
            announcer.tell(new WaitingForOther(announcer.database(), waited, holder.get()));
            nextWord = waited.plus(BETWEEN_WORDS);
        }
        Duration nap = Backoff.pause(naps++, FIRST_NAP, LONGEST_NAP);
        sleeper.sleep(nap);
        waited = waited.plus(nap);
    }

    /** The other one is done; the next wait begins anew. */
    void reset() {
        waited = Duration.ZERO;
        nextWord = FIRST_WORD;
        naps = 0;
    }
}
