package dev.revgraph.revision;

/**
 * What a call of {@link Batches#run} did.
 *
 * @param batches pages that were committed
 * @param changed rows that were changed, as the statement or the work reports them
 * @param resumed whether an earlier run had done a part already
 */
public record BatchResult(long batches, long changed, boolean resumed) {}
