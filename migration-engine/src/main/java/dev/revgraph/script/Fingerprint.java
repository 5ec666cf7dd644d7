package dev.revgraph.script;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of the bytes of a file, in hexadecimal. */
record Fingerprint(String value) {

    /** Of what could not be read. */
    static final Fingerprint NONE = new Fingerprint("");

    static Fingerprint of(byte[] bytes) {
        return new Fingerprint(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }
}
