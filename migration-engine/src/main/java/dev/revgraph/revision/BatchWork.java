package dev.revgraph.revision;

/** What to do with one page. */
@FunctionalInterface
public interface BatchWork {

    /**
     * Changes the rows of one page. It may be called again for a page whose transaction was rolled back, so effects
     * outside the database do not belong here.
     *
     * @return how many rows it changed
     */
    long apply(Batch batch) throws Exception;
}
