package dev.revgraph.script;

/**
 * The inline data of a COPY statement: from the line after the statement to a line that holds only {@code \.}, or to
 * the end of the text.
 *
 * @param from where the data begins
 * @param to where it ends, the last line break included
 * @param after where SQL goes on
 * @param line the first line of the data, counted from 1
 */
record CopyRange(int from, int to, int after, int line) {

    static CopyRange find(String text, int from, int limit, int line) {
        int lineStart = from;
        int number = line;
        while (lineStart < limit) {
            int newline = text.indexOf('\n', lineStart);
            int lineEnd = newline < 0 || newline > limit ? limit : newline;
            if (lineEnd - lineStart == 2 && text.startsWith("\\.", lineStart)) {
                return new CopyRange(from, lineStart, lineEnd, line);
            }
            if (text.startsWith("--", lineStart) && SectionMarker.opensSection(text.substring(lineStart, lineEnd))) {
                throw new LexicalException(
                        number,
                        "The data of the COPY statement that begins in line " + line
                                + " runs into the marker of the next section.",
                        "End the data with a line that holds only \"\\.\".");
            }
            lineStart = lineEnd + 1;
            number++;
        }
        return new CopyRange(from, limit, limit, line);
    }
}
