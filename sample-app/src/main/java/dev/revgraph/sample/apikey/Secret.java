package dev.revgraph.sample.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The text of a key, which only its owner keeps. */
record Secret(String text) {

    private static final int RANDOM_BYTES = 32;
    private static final int PREFIX = 8;

    static Secret random(SecureRandom random) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new Secret("rg_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Plain SHA-256: the secret is random, so there is nothing to guess that a slow hash would protect. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Enough to recognise the key in a list. */
    String prefix() {
        return text.substring(0, Math.min(PREFIX, text.length()));
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }
}
