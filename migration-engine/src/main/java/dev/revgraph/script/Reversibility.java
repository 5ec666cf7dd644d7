package dev.revgraph.script;

/** Whether a revision can be undone, and if not, why. */
public sealed interface Reversibility {

    /** It has a downgrade (which may do nothing). */
    record Reversible() implements Reversibility {}

    /** Nothing says how to undo it. */
    record Missing() implements Reversibility {}

    /**
     * It says of itself that it cannot be undone.
     *
     * @param reason why, as its author put it
     */
    record Irreversible(String reason) implements Reversibility {}

    default boolean isReversible() {
        return this instanceof Reversible;
    }

    /** Why it cannot be undone, as a full sentence for a message; empty if it can. */
    default String objection() {
        if (this instanceof Irreversible irreversible) {
            String reason = irreversible.reason();
            return "It is declared irreversible: " + reason + (reason.matches("(?s).*[.!?]") ? "" : ".");
        }
        return this instanceof Missing ? "It has no downgrade." : "";
    }
}
