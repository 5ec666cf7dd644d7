package dev.revgraph.store;

/** What a line of the log says was done. */
public enum Operation {
    UPGRADE("upgrade"),
    DOWNGRADE("downgrade"),
    STAMP("stamp"),
    ADOPT("adopt"),
    REPEAT("repeat"),
    REPAIR("repair"),
    RESET("reset");

    private final String text;

    Operation(String text) {
        this.text = text;
    }

    /** As it is in the table. */
    public String text() {
        return text;
    }
}
