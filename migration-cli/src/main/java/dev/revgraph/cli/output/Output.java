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
 * @param live whether words go to a terminal, on which a line can be written anew
 */
public record Output(PrintStream results, PrintStream words, Palette palette, Clock clock, boolean live) {

    /** So much fits into a line of most terminals; what wraps cannot be written anew. */
    private static final int WIDTH = 79;

    private static final String ANEW = "\r\u001b[K";

    public Output(PrintStream results, PrintStream words, Palette palette, Clock clock) {
        this(results, words, palette, clock, false);
    }

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
        words.println(live ? ANEW + line : line);
        words.flush();
    }

    /** A line that the next one takes the place of; only where words are live. */
    public void sayForNow(String line) {
        words.print(ANEW + (line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…"));
        words.flush();
    }
}
