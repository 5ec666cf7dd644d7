package dev.revgraph.revision;

/**
 * A revision written in Java, for what SQL does not say well: data that Java has to compute, long changes in batches.
 * The class carries {@link Revision}. The Spring Boot starter finds it in the application's packages the way entities
 * are found.
 *
 * <p>{@link #upgrade} and {@link #downgrade} are called by one thread, and once per run: again only after an attempt
 * that failed for want of a lock and was rolled back. Whatever they throw fails the revision: with
 * {@code transaction = true} all of it is rolled back.
 *
 * <p>A Java revision has no checksum. Do not change what an applied one does; write another one.
 */
public interface JavaRevision {

    /** Makes the change. All access to the database goes through the context. */
    void upgrade(RevisionContext context) throws Exception;

    /**
     * Undoes the change. A class that does not override this method cannot be undone; that is known from the class
     * before anything runs. Override it with an empty body if there is nothing to undo.
     *
     * @throws NoDowngradeException by default
     */
    default void downgrade(RevisionContext context) throws Exception {
        throw new NoDowngradeException(getClass(), context.revision());
    }
}
