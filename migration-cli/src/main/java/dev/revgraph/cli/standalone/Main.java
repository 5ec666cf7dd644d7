package dev.revgraph.cli.standalone;

import dev.revgraph.cli.Commands;
import dev.revgraph.cli.output.Terminal;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program {@code migration-cli.jar}. */
public final class Main {

    /** Kept, or its level would be forgotten. The driver would print URLs that it cannot read, password and all. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private Main() {}

    public static void main(String[] arguments) {
        // Read once, when the first logger is made.
        boolean debug = List.of(arguments).contains("--debug");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", debug ? "debug" : "off");
        DRIVER.setLevel(Level.OFF);
        new Commands(new StandaloneWorkplaces(System.getenv()), Terminal.open()).runAndExit(arguments);
    }
}
