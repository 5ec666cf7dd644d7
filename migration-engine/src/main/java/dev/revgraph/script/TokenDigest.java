package dev.revgraph.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The checksum of a section: SHA-256 over its tokens and COPY data. White space between tokens, comments, empty
 * statements and a semicolon after the last statement do not count; everything else does, the case of key words too.
 */
final class TokenDigest {

    /** Stored beside every checksum; another way to compute it takes another name. */
    static final String ALGORITHM = "sha256-tokens-1";

    /** No file holds these characters outside quotes, and no token holds the first one at all. */
    private static final byte TOKEN_END = 0;

    private static final byte STATEMENT_END = 1;
    private static final byte DATA_END = 2;

    private final MessageDigest digest = Fingerprint.sha256();
    private final byte[] buffer = new byte[1024];
    private int filled;

    void token(String text, int from, int to) {
        add(text, from, to);
        add(TOKEN_END);
    }

    void endStatement() {
        add(STATEMENT_END);
        add(TOKEN_END);
    }

    void data(String text, int from, int to) {
        add(text, from, to);
        add(TOKEN_END);
        add(DATA_END);
        add(TOKEN_END);
    }

    /** The checksum; the next token begins another one. */
    String finish() {
        digest.update(buffer, 0, filled);
        filled = 0;
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                flush();
                digest.update(text.substring(i, to).getBytes(StandardCharsets.UTF_8));
                return;
            }
            add((byte) c);
        }
    }

    private void add(byte b) {
        if (filled == buffer.length) {
            flush();
        }
        buffer[filled++] = b;
    }

    private void flush() {
        digest.update(buffer, 0, filled);
        filled = 0;
    }
}
