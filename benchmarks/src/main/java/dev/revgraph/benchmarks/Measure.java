package dev.revgraph.benchmarks;

/** What is measured. */
enum Measure {
    NOTHING_WARM("Nothing to do, warm JVM"),
    NOTHING_COLD("Nothing to do, new process"),
    FROM_EMPTY("Migrate from empty"),
    FROM_EMPTY_WITHOUT_FSYNC("Migrate from empty, fsync off");

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
