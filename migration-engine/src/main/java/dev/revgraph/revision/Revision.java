package dev.revgraph.revision;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a {@link JavaRevision}'s place in the graph: what the header is to a revision file.
 *
 * <pre>{@code
 * @Revision(id = "20250601_hash_api_keys", revises = "20250520_add_api_keys", transaction = false)
 * class HashApiKeys implements JavaRevision { … }
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {

    /** The id. Letters, digits, {@code _}, {@code -} and {@code .}; at most 200 characters. */
    String id();

    /** The parents; {@code "base"} for a root, several for a merge. */
    String[] revises();

    /** Ids or labels of what must be applied before and is no parent. */
    String[] dependsOn() default {};

    /** The labels of the branch that begins here. */
    String[] branch() default {};

    /** One line for {@code history} and {@code status}; by default the name of the class. */
    String description() default "";

    /**
     * Whether the whole revision is one transaction. Without one every statement commits by itself, and
     * {@link RevisionContext#batches} can be used.
     */
    boolean transaction() default true;

    /** As in the header of a file: {@code 5s}, {@code 500ms}. Empty: as configured. */
    String lockTimeout() default "";

    /** As in the header of a file: {@code 5s}, {@code 500ms}. Empty: as configured. */
    String statementTimeout() default "";

    /**
     * Why the revision cannot be undone. Plans that would undo it are refused before anything runs. A revision that
     * neither says so nor overrides {@link JavaRevision#downgrade} is refused as well, without a reason to show.
     */
    String irreversible() default "";
}
