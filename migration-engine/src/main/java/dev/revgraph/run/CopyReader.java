package dev.revgraph.run;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/**
 * Hands inline data to the driver piece by piece. The driver encodes each piece by itself, so none ends between the two
 * halves of a character.
 */
final class CopyReader extends Reader {

    private final StringReader text;
    private final Runnable beforeEach;
    private int kept = -1;

    /** @param beforeEach what is done whenever a piece is asked for: the one before it has been sent */
    CopyReader(String text, Runnable beforeEach) {
        this.text = new StringReader(text);
        this.beforeEach = beforeEach;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        beforeEach.run();
        int from = 0;
        if (kept >= 0) {
            buffer[offset] = (char) kept;
            kept = -1;
            from = 1;
        }
        int read = text.read(buffer, offset + from, length - from);
        int count = from + Math.max(0, read);
        if (read > 0 && count > 1 && Character.isHighSurrogate(buffer[offset + count - 1])) {
            kept = buffer[offset + --count];
        }
        return count == 0 ? -1 : count;
    }

    @Override
    public void close() {
        text.close();
    }
}
