package dev.revgraph.run;

import java.time.Duration;

/** The passing of time, injected so that tests need not wait. */
@FunctionalInterface
interface Sleeper {

    /**
     * Lets time pass.
     *
     * @throws InterruptedRunException if the thread is interrupted; its interrupt flag is set again
     */
    void sleep(Duration pause);

    /** Real time. */
    static void real(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new InterruptedRunException(interrupt);
        }
    }
}
