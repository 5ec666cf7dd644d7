package dev.revgraph.script;

import dev.revgraph.graph.Reference;
import dev.revgraph.graph.RevisionNode;
import java.util.List;

/**
 * SHA-256 over the fingerprint of a revision file and what the file was found to mean. Stored with an applied revision: if the
 * file and the rest of the row still make the same seal, then neither has been changed, and the row tells what parsing
 * the file would.
 */
final class Seal {

    /** To be raised whenever the same bytes come to mean something else; older seals are then broken. */
    private static final byte VERSION = 1;

    private Seal() {}

    static String of(RevisionNode node, Checksums checksums, Fingerprint file) {
        return new TextDigest(VERSION)
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
        return new TextDigest(VERSION)
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
}
