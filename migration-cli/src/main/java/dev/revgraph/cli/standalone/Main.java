package dev.revgraph.cli.standalone;

import dev.revgraph.cli.Commands;
import dev.revgraph.cli.output.Terminal;
import java.util.List;

/** The program {@code migration-cli.jar}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // Read once, when the first logger is made.
        boolean debug = List.of(arguments).contains("--debug");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", debug ? "debug" : "off");
        new Commands(new StandaloneWorkplaces(System.getenv()), Terminal.open()).runAndExit(arguments);
    }
}
