package dev.revgraph.graph;

/**
 * Where something is written down, for messages: a file (or class, or table) and a line in it.
 *
 * @param source the file as a person would look for it
 * @param line the line, counted from 1; 0 where lines have no meaning
 */
public record Origin(String source, int line) {

    public static Origin of(String source) {
        return new Origin(source, 0);
    }

    public Origin atLine(int other) {
        return new Origin(source, other);
    }

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line;
    }
}
