package dev.revgraph.schema.ddl;

/**
 * How statements are written.
 *
 * @param live for tables that are in use: indexes are built concurrently, constraints validated afterwards. Otherwise
 *     everything is one stage
 * @param guarded so that what is there already, or gone already, is no error
 */
public record DdlOptions(boolean live, boolean guarded) {

    /** For databases in use. */
    public static final DdlOptions LIVE = new DdlOptions(true, false);

    /** For databases that nobody uses meanwhile, and for ways back. */
    public static final DdlOptions PLAIN = new DdlOptions(false, false);

    public DdlOptions withGuards() {
        return new DdlOptions(live, true);
    }
}
