package dev.revgraph.sample.postgres;

/** The interval at which processes and files are looked at again. */
final class Pause {

    private static final long MILLIS = 100;

    private Pause() {}

    /** Returns false, with the interrupt restored, when the thread should end. */
    static boolean brief() {
        try {
            Thread.sleep(MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
