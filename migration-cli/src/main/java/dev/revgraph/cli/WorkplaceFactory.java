package dev.revgraph.cli;

import dev.revgraph.run.MigrationListener;

/** How the surroundings of the commands (an application, or a program of their own) give them something to work with. */
public interface WorkplaceFactory {

    /** What is typed before a command: {@code java -jar migration-cli.jar}. */
    String invocation();

    /**
     * Opens a workplace; connects to nothing.
     *
     * @param options what was typed
     * @param listener hears of what runs do
     * @throws dev.revgraph.MigrationException if the options make no sense
     */
    Workplace open(ConnectionOptions options, MigrationListener listener);
}
