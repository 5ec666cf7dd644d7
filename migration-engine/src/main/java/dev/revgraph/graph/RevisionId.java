package dev.revgraph.graph;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name of a revision or of a branch label: both live in one name space. Letters, digits, {@code _}, {@code -} and
 * {@code .}, at most {@value #MAX_LENGTH} characters. It does not begin with {@code -}, which would read as a relative
 * target or as an option, and is none of the words that targets give a meaning to. The constructor throws an
 * {@link IllegalArgumentException} for a value that breaks one of these rules.
 */
public record RevisionId(String value) implements Comparable<RevisionId> {

    public static final int MAX_LENGTH = 200;

    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    public RevisionId {
        String objection = objectionTo(value);
        if (!objection.isEmpty()) {
            throw new IllegalArgumentException(objection);
        }
    }

    /** Why a text cannot be an id, as a full sentence; empty if it can. */
    public static String objectionTo(String value) {
        if (value.isEmpty()) {
            return "An id is empty.";
        }
        if (value.length() > MAX_LENGTH) {
            return "The id \"" + value.substring(0, 40) + "…\" has " + value.length() + " characters; at most "
                    + MAX_LENGTH + " are allowed.";
        }
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            if (!isAllowed(c)) {
                return "The id \"" + value + "\" contains " + Character.getName(c)
                        + "; letters, digits, \"_\", \"-\" and \".\" are allowed.";
            }
            i += Character.charCount(c);
        }
        if (value.charAt(0) == '-') {
            return "The id \"" + value + "\" begins with \"-\".";
        }
        if (RESERVED.contains(value)) {
            return "The id \"" + value + "\" is a word with a meaning of its own in targets.";
        }
        return "";
    }

    /** Written out because ids are compared by the thousand while an application starts, before anything is compiled. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RevisionId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(RevisionId other) {
        return value.compareTo(other.value);
    }

    private static boolean isAllowed(int c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || (c >= 'A' && c <= 'Z')
                    || c == '_'
                    || c == '-'
                    || c == '.';
        }
        return Character.isLetterOrDigit(c);
    }

    @Override
    public String toString() {
        return value;
    }
}
