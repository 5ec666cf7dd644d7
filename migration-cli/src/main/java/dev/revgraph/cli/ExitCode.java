package dev.revgraph.cli;

/** What a command tells the shell. */
public final class ExitCode {

    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;

    /** The condition that was asked for does not hold. */
    public static final int NOT_SO = 3;

    private ExitCode() {}
}
