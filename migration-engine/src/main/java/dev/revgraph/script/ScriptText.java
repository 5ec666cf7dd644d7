package dev.revgraph.script;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns the bytes of a script into text: UTF-8, a byte order mark skipped, line ends as line feeds (so that a checkout
 * with other line ends is the same script, string literals and COPY data included).
 */
final class ScriptText {

    private static final char REPLACEMENT = '\uFFFD';

    private ScriptText() {}

    /** @throws LexicalException for bytes that are not UTF-8, and for NUL, which PostgreSQL's text cannot hold */
    static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            throw new LexicalException(1, "The file is UTF-16; scripts are UTF-8.", "Save it as UTF-8.");
        }
        int from = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(bytes);
        }
        if (text.indexOf('\0') >= 0) {
            int offset = indexOfNul(bytes);
            throw new LexicalException(
                    lineOf(bytes, offset),
                    "The byte at offset " + offset + " is NUL, which no text in PostgreSQL can hold.",
                    "Remove it.");
        }
        return withLineFeeds(text);
    }

    static String withLineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static void requireUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        if (result.isError()) {
            int offset = in.position();
            throw new LexicalException(
                    lineOf(bytes, offset),
                    "The byte at offset " + offset + " (0x"
                            + Integer.toHexString(bytes[offset] & 0xFF).toUpperCase(java.util.Locale.ROOT)
                            + ") is not UTF-8.",
                    "Save the file as UTF-8.");
        }
    }

    private static int indexOfNul(byte[] bytes) {
        int i = 0;
        while (bytes[i] != 0) {
            i++;
        }
        return i;
    }

    private static int lineOf(byte[] bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
