package dev.revgraph.faults;

/**
 * Starts threads that wait for networks and databases. The common pool, which CompletableFuture takes by default, has one
 * thread on two processors, and from Java 25 on a task that waits there holds up all others.
 */
final class Background {

    private Background() {}

    static void start(Runnable task) {
        Thread thread = new Thread(task, "faults");
        thread.setDaemon(true);
        thread.start();
    }
}
