package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** PostgreSQL allows the statement, but not here, or not to this role. */
final class Rules {

    private Rules() {}

    static Optional<Diagnosis> newEnumValue(Scene scene) {
        return Optional.of(Diagnosis.of(
                "A value that was added to an enum type cannot be used in the transaction that added it.",
                WayOut.of("Add the value in a revision of its own, before \""
                        + scene.failed().revision() + "\"; or " + scene.withoutTransaction()
                        + ", so that each statement commits by itself.")));
    }

    static Optional<Diagnosis> noTransaction(Scene scene) {
        return Optional.of(Diagnosis.of(
                "PostgreSQL does not run this statement inside a transaction.",
                WayOut.of("Let it run outside one: " + scene.withoutTransaction()
                        + "; best in a revision of its own, since its statements then commit one by one.")));
    }

    static Optional<Diagnosis> permission(Scene scene) throws SQLException {
        Look look = scene.look();
        Optional<Relation> table = scene.words().dropped().isPresent()
                ? look.relation(scene.words().dropped().get().name())
                : scene.table();
        if (table.isEmpty()) {
            return Optional.empty();
        }
        List<String> found = look.rows("""
                SELECT current_user, pg_catalog.quote_ident(current_user), r.rolname, pg_catalog.quote_ident(r.rolname),
                       pg_catalog.pg_has_role(c.relowner, 'USAGE')
                  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_roles r ON r.oid = c.relowner
                 WHERE c.oid = ?::oid
                """, table.get().oid()).get(0);
        if (found.get(4).equals("t")) {
            return Optional.empty();
        }
        Words words = scene.words();
        boolean data = List.of("INSERT", "UPDATE", "DELETE").stream().anyMatch(word -> words.at(0, word));
        String finding = "The role \"" + found.get(0) + "\" is not the owner of "
                + table.get().sql() + ", which belongs to \"" + found.get(2) + "\".";
        String to = " TO " + found.get(1);
        return Optional.of(Diagnosis.of(
                finding,
                data
                        ? WayOut.of(
                                "Grant the right, as the owner or a superuser.",
                                "GRANT SELECT, INSERT, UPDATE, DELETE ON "
                                        + table.get().sql() + to)
                        : WayOut.of(
                                "Make the role a member of the owner's, as a superuser; PostgreSQL has no smaller right for"
                                        + " changes to a table. Or migrate as the owner: `migration.username`,"
                                        + " `migration.password`.",
                                "GRANT " + found.get(3) + to)));
    }
}
