package dev.revgraph.script;

import dev.revgraph.graph.Reference;
import dev.revgraph.graph.RevisionNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over the fingerprint of a revision file and what the file was found to mean. Stored with an applied revision: if the
 * file and the rest of the row still make the same seal, then neither has been changed, and the row tells what parsing
 * the file would.
 */
final class Seal {

    /** To be raised whenever the same bytes come to mean something else; older seals are then broken. */
    private static final byte VERSION = 1;

    private static final byte END = 0;
    private static final byte END_OF_LIST = 1;

    private final MessageDigest digest = Fingerprint.sha256();

    private Seal() {
        digest.update(VERSION);
    }

    static String of(RevisionNode node, Checksums checksums, Fingerprint file) {
        return new Seal()
                .add(node.id().value())
                .add(checksums.upgrade())
                .add(node.description())
                .add(names(node.revises()))
                .add(names(node.dependsOn()))
                .add(names(node.labels()))
                .add(file.value())
                .close();
    }

    static String of(KnownFile known, Fingerprint file) {
        return new Seal()
                .add(known.id())
                .add(known.checksum())
                .add(known.description())
                .add(known.revises())
                .add(known.dependsOn())
                .add(known.labels())
                .add(file.value())
                .close();
    }

    private static List<String> names(List<Reference> references) {
        return references.stream().map(reference -> reference.name().value()).toList();
    }

    private Seal add(@Nullable String text) {
        if (text != null) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        digest.update(END);
        return this;
    }

    private Seal add(List<String> texts) {
        texts.forEach(this::add);
        digest.update(END_OF_LIST);
        return this;
    }

    private String close() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
