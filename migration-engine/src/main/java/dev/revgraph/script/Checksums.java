package dev.revgraph.script;

import org.jspecify.annotations.Nullable;

/**
 * What a revision's SQL amounts to, layout and comments left out. Two are comparable only if the algorithm is the same.
 *
 * @param algorithm how they are computed; {@value TokenDigest#ALGORITHM} is SHA-256 over the SQL tokens
 * @param upgrade of the upgrade, in hexadecimal
 * @param downgrade of the downgrade; {@code null} if there is none
 */
public record Checksums(
        String algorithm, String upgrade, @Nullable String downgrade) {}
