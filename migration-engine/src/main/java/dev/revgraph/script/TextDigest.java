package dev.revgraph.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHA-256 over texts and lists of texts, each with its end, so that no two sequences of them run into one. */
final class TextDigest {

    private static final byte END = 0;
    private static final byte END_OF_LIST = 1;

    private final MessageDigest digest = Fingerprint.sha256();

    /** @param version of what the texts mean */
    TextDigest(byte version) {
        digest.update(version);
    }

    TextDigest add(@Nullable String text) {
        if (text != null) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        digest.update(END);
        return this;
    }

    TextDigest add(List<String> texts) {
        texts.forEach(this::add);
        return endList();
    }

    TextDigest endList() {
        digest.update(END_OF_LIST);
        return this;
    }

    String close() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
