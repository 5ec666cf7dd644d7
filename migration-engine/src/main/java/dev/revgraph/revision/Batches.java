package dev.revgraph.revision;

import java.time.Duration;

/**
 * Changes many rows of a large table without a long transaction: the rows are taken in pages in the order of a key, and
 * each page is changed and committed by itself, with a pause in between if wanted.
 *
 * <pre>{@code
 * @Revision(id = "20250601_backfill_email", revises = "20250520_add_email_lower", transaction = false)
 * class BackfillEmail implements JavaRevision {
 *
 *     public void upgrade(RevisionContext context) {
 *         context.batches("backfill_email")
 *                 .over("users", "id")
 *                 .where("email_lower IS NULL")
 *                 .size(1_000)
 *                 .pause(Duration.ofMillis(50))
 *                 .run("""
 *                     UPDATE users SET email_lower = lower(email)
 *                     WHERE id BETWEEN :first AND :last AND email_lower IS NULL
 *                     """);
 *     }
 * }
 * }</pre>
 *
 * <p><b>No transaction.</b> The revision must say {@code transaction = false}: inside one transaction nothing could be
 * committed before the end, every changed row would stay locked, and nothing would be left to resume from.
 *
 * <p><b>Pages.</b> A page is {@code SELECT key FROM table WHERE key > (last key done) AND (condition) ORDER BY key LIMIT
 * size}; its first and last key are given to the work. The table is never scanned with an offset, so the last page costs
 * what the first one does. Rows that appear behind the key already reached (possible with random keys such as
 * {@code uuid}) are not visited: let the application, or a trigger, fill new rows before the batches begin.
 *
 * <p><b>Resuming.</b> The last key of a page is recorded under the name of the batches in the same transaction as the
 * page's changes. After a crash or a failure the next run goes on behind that key: a page is applied once or not at all,
 * never twice. The work itself should repeat the condition (as above), since rows between the first and the last key
 * that do not satisfy it are not in the page but do lie in the range.
 *
 * <p><b>Locks.</b> The revision's {@code lock_timeout} and {@code statement_timeout} hold for each page; a page that
 * meets the lock time-out is rolled back and tried again like a revision is.
 *
 * <p>Each method but {@code run} gives another value and changes nothing; {@code run} does the work in the calling
 * thread.
 */
public interface Batches {

    /** Rows in a page if {@link #size} does not say otherwise. */
    int DEFAULT_SIZE = 1_000;

    /** Only rows that satisfy this SQL condition are put into pages. It may name the table's columns. */
    Batches where(String condition);

    /** Rows in a page, at least 1; the default is {@value #DEFAULT_SIZE}. */
    Batches size(int rows);

    /** How long to wait after each page, so that replicas and other work keep up; not at all by default. */
    Batches pause(Duration pause);

    /**
     * Runs one statement per page.
     *
     * @param sql with the named parameters {@code :first} and {@code :last}, the keys that bound the page
     * @return what was done by this call; earlier runs do not count
     */
    BatchResult run(String sql);

    /** Runs Java per page, for changes that SQL cannot compute. Everything it does commits with the page. */
    BatchResult run(BatchWork work);
}
