package dev.revgraph.cli.authoring;

/**
 * What stands below the header of a revision file.
 *
 * @param transactional whether it runs in one transaction
 */
public record Content(String text, boolean transactional) {

    /** To be filled in. */
    public static final Content BLANK = new Content("""
            -- +upgrade
            -- Write the change here: ALTER TABLE accounts ADD COLUMN nickname text;

            -- +downgrade
            -- Write here what undoes it: ALTER TABLE accounts DROP COLUMN nickname;
            -- If nothing can, make the line above "-- +downgrade irreversible: reason".
            """, true);

    /** Nothing to fill in. */
    public static final Content MERGE = new Content("""
            -- +upgrade
            -- Nothing: this revision joins branches.

            -- +downgrade
            -- Nothing.
            """, true);
}
