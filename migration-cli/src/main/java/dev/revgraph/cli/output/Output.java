package dev.revgraph.cli.output;

import java.io.PrintStream;
import java.time.Clock;

/**
 * Where a command prints. Results go to one stream, as text or as JSON, and nothing else does; words for the person who
 * typed the command go to the other one.
 *
 * @param results standard output
 * @param words standard error
 * @param palette for text among the results
 * @param clock what "ago" is measured against
 */
public record Output(PrintStream results, PrintStream words, Palette palette, Clock clock) {

    /** Prints JSON, and nothing after it. */
    public void json(Object value) {
        results.println(Json.of(value));
        results.flush();
    }

    /** Prints text as it is; it ends with a line feed of its own. */
    public void text(String text) {
        results.print(text);
        results.flush();
    }

    /** A line for the person at the terminal. */
    public void say(String line) {
        words.println(line);
        words.flush();
    }
}
