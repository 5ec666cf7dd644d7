package dev.revgraph.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decides about records that the engine cannot settle by itself. The schema stays as it is, and the
 * history keeps what was there before.
 *
 * @param kind what to decide
 * @param subjects revisions, or ids of rows to forget; for the decision on an interrupted statement the one revision, or
 *     nothing for whichever it is
 * @param reason kept in the history; {@code null} if none was given
 */
public record Repair(
        Kind kind, List<String> subjects, @Nullable String reason) {

    /** The decisions there are. */
    public enum Kind {
        /** The statement that was cut off took effect. */
        DONE,
        /** The statement that was cut off did not take effect and is to run again. */
        AGAIN,
        /** A changed file is right: it is what counts as applied from now on. */
        ACCEPT_MODIFIED,
        /** A row that no revision can have written goes. */
        FORGET,
        /** Whoever is at work on a revision outside a transaction, and not to be waited for, is ended. */
        END
    }

    public Repair {
        subjects = List.copyOf(subjects);
        boolean deciding = kind == Kind.DONE || kind == Kind.AGAIN || kind == Kind.END;
        if (deciding ? subjects.size() > 1 : subjects.isEmpty()) {
            throw new IllegalArgumentException("A repair is about one interrupted revision, or about named ones.");
        }
    }

    /**
     * The statement in doubt took effect.
     *
     * @param revision the one that was cut off; {@code null} for whichever it is
     */
    public static Repair done(@Nullable String revision) {
        return new Repair(Kind.DONE, revision == null ? List.of() : List.of(revision), null);
    }

    /**
     * The statement in doubt is to run again.
     *
     * @param revision the one that was cut off; {@code null} for whichever it is
     */
    public static Repair again(@Nullable String revision) {
        return new Repair(Kind.AGAIN, revision == null ? List.of() : List.of(revision), null);
    }

    public static Repair acceptModified(List<String> revisions) {
        return new Repair(Kind.ACCEPT_MODIFIED, revisions, null);
    }

    public static Repair forget(List<String> rows) {
        return new Repair(Kind.FORGET, rows, null);
    }

    /**
     * The session that is at work is ended on the server.
     *
     * @param revision the one it is at work on; {@code null} for whichever it is
     */
    public static Repair end(@Nullable String revision) {
        return new Repair(Kind.END, revision == null ? List.of() : List.of(revision), null);
    }

    public Repair because(@Nullable String why) {
        return new Repair(kind, subjects, why);
    }
}
