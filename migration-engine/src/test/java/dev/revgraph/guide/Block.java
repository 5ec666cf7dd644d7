package dev.revgraph.guide;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of code in a guide.
 *
 * @param page the guide's file, for messages
 * @param line where the block begins, counted from 1
 * @param heading the nearest heading above it
 * @param before the nearest line of text above it; empty if there is none below the heading
 * @param language what stands after the opening fence
 * @param text its lines, each with its line end
 */
public record Block(String page, int line, String heading, String before, String language, String text) {

    /** How a guide says which file a block is. */
    private static final Pattern FILE = Pattern.compile("`(?:[\\w./-]*/)?db/(revisions|repeatable)/([\\w.-]+)\\.sql`");

    /** A file of SQL that the block is the text of. */
    public record File(boolean repeatable, String name) {}

    /** The file that the line above names, if it names one. */
    public Optional<File> file() {
        Matcher named = FILE.matcher(before);
        return language.equals("sql") && named.find()
                ? Optional.of(new File(named.group(1).equals("repeatable"), named.group(2)))
                : Optional.empty();
    }

    public boolean is(String wanted) {
        return language.equals(wanted);
    }

    /** Where it is, for messages. */
    @Override
    public String toString() {
        return page + ":" + line + " (" + language + ")";
    }
}
