package dev.revgraph.diagnose;

import java.util.Optional;

/** PostgreSQL allows the statement, but not here. */
final class Rules {

    private Rules() {}

    static Optional<Diagnosis> newEnumValue(Scene scene) {
        return Optional.of(Diagnosis.of(
                "A value that was added to an enum type cannot be used in the transaction that added it.",
                WayOut.of("Add the value in a revision of its own, before \""
                        + scene.failed().revision() + "\"; or " + scene.withoutTransaction()
                        + ", so that each statement commits by itself.")));
    }

    static Optional<Diagnosis> noTransaction(Scene scene) {
        return Optional.of(Diagnosis.of(
                "PostgreSQL does not run this statement inside a transaction.",
                WayOut.of("Let it run outside one: " + scene.withoutTransaction()
                        + "; best in a revision of its own, since its statements then commit one by one.")));
    }
}
