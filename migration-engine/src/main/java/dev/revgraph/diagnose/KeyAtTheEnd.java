package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A foreign key that a revision breaks in a statement that is not known: a deferred key speaks up at the commit, and Java
 * code may hide what it sent.
 */
final class KeyAtTheEnd implements Cause {

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        String name = scene.failed().constraint();
        Optional<Relation> table = scene.table();
        if (scene.words().size() > 0 || name == null || table.isEmpty()) {
            return Optional.empty();
        }
        Optional<ForeignKey> key = ForeignKey.existing(scene.look(), table.get(), name);
        for (Words statement : scene.undone()) {
            if (key.isEmpty()) {
                key = ForeignKey.wanted(scene.look(), table.get(), name, statement);
            }
        }
        return key.isEmpty() ? Optional.empty() : Optional.of(explain(scene.look(), key.get()));
    }

    private static Diagnosis explain(Look look, ForeignKey key) throws SQLException {
        String table = key.table().sql();
        String referenced = key.referenced().sql();
        WayOut complete = WayOut.of("Let the revision write the missing rows of " + referenced
                + " as well, or remove those of " + table + " that refer to them.");
        WayOut atOnce = WayOut.of(
                "To see which statement it is: put this at the beginning of the revision, or behind the statement that"
                        + " makes the key. Every key is then checked at once.",
                "SET CONSTRAINTS ALL IMMEDIATE");
        boolean deferrable = key.options().toUpperCase(Locale.ROOT).contains("DEFERRABLE");
        return Diagnosis.of(
                "The key \"" + key.name() + "\" of " + table + " says " + key.definition(look, key.options())
                        + ", and the revision leaves rows that break it: it writes rows of " + table
                        + " that refer to nothing in " + referenced + ", or removes rows of " + referenced
                        + " that others refer to.",
                deferrable ? List.of(complete, atOnce) : List.of(complete));
    }
}
