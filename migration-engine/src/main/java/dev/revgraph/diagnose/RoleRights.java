package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Barred;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Roles: making them, giving them away, acting as one, giving something to one. */
final class RoleRights implements RightsRule {

    @Override
    public List<Barred> refused(Asked asked) throws SQLException {
        Words words = asked.words();
        if (words.at(0, "CREATE") && isRole(words, 1)) {
            return attribute(asked, "rolcreaterole", "CREATEROLE", "create roles");
        }
        if ((words.at(0, "ALTER") || words.at(0, "DROP")) && isRole(words, 1)) {
            return administered(asked, named(words, words.skip(2, "IF", "EXISTS")));
        }
        boolean membership = (words.at(0, "GRANT") || words.at(0, "REVOKE")) && words.find(1, "ON") < 0;
        if (membership) {
            return administered(asked, named(words, words.skip(1, "ADMIN", "OPTION", "FOR")));
        }
        Optional<String> other = actsAs(words).or(() -> newOwner(words));
        if (other.isEmpty() || !exists(asked, other.get()) || isMember(asked, other.get())) {
            return List.of();
        }
        return List.of(new Barred(
                "The role \"" + asked.role() + "\" is no member of \"" + other.get()
                        + "\", and may neither act as that role nor give anything to it.",
                List.of(WayOut.of(
                        "Make it one, as a superuser or whoever administers that role.",
                        "GRANT " + asked.look().quoted(other.get()) + " TO "
                                + asked.look().quoted(asked.role())))));
    }

    private static boolean isRole(Words words, int at) {
        return (words.at(at, "ROLE") || words.at(at, "GROUP") || words.at(at, "USER")) && !words.at(at + 1, "MAPPING");
    }

    private static List<Barred> attribute(Asked asked, String column, String attribute, String what)
            throws SQLException {
        boolean has = asked.look()
                .list("SELECT rolsuper OR " + column + " FROM pg_catalog.pg_roles WHERE rolname = ?", asked.role())
                .contains("t");
        return has
                ? List.of()
                : List.of(new Barred(
                        "The role \"" + asked.role() + "\" may not " + what + ": it lacks the attribute " + attribute
                                + ", which GRANT does not give.",
                        List.of(WayOut.of(
                                "Give it the attribute, as a superuser; or let an administrator " + what
                                        + ", and leave that out of the revision.",
                                "ALTER ROLE " + asked.look().quoted(asked.role()) + " " + attribute))));
    }

    private static List<Barred> administered(Asked asked, Optional<String> other) throws SQLException {
        Words words = asked.words();
        boolean attribute = !words.at(0, "GRANT") && !words.at(0, "REVOKE");
        // Its own settings a role may change without the attribute: something else is refused then.
        boolean itself = other.isEmpty() || other.get().equals(asked.role()) || !exists(asked, other.get());
        if (words.at(0, "ALTER") && itself) {
            return List.of();
        }
        if (attribute) {
            List<Barred> lacks = attribute(asked, "rolcreaterole", "CREATEROLE", "change roles");
            if (!lacks.isEmpty()) {
                return lacks;
            }
        }
        // Before this version the attribute is enough to change any role that is no superuser.
        boolean administers = (attribute && asked.version() < 16)
                || other.isEmpty()
                || !exists(asked, other.get())
                || asked.look()
                        .list(
                                "SELECT pg_catalog.pg_has_role(?, ?, 'MEMBER WITH ADMIN OPTION')",
                                asked.role(),
                                other.get())
                        .contains("t");
        return administers
                ? List.of()
                : List.of(new Barred(
                        "The role \"" + asked.role() + "\" does not administer the role \"" + other.get() + "\".",
                        List.of(WayOut.of(
                                "Let it, as a superuser or whoever administers that role.",
                                "GRANT " + asked.look().quoted(other.get()) + " TO "
                                        + asked.look().quoted(asked.role()) + " WITH ADMIN OPTION"))));
    }

    /** The role that a statement takes on, or speaks for. */
    private static Optional<String> actsAs(Words words) {
        int set = words.skip(words.skip(1, "LOCAL"), "SESSION");
        if (words.at(0, "SET") && words.at(set, "ROLE") && !words.at(set + 1, "NONE")) {
            return named(words, set + 1);
        }
        int schema = words.find(2, "AUTHORIZATION");
        if (words.at(0, "CREATE", "SCHEMA") && schema > 0) {
            return named(words, schema + 1);
        }
        if (words.at(0, "ALTER", "DEFAULT", "PRIVILEGES", "FOR")) {
            return named(words, 5);
        }
        boolean owned = words.at(0, "REASSIGN", "OWNED", "BY") || words.at(0, "DROP", "OWNED", "BY");
        return owned ? named(words, 3) : Optional.empty();
    }

    /** Whom something is given to. */
    static Optional<String> newOwner(Words words) {
        int owner = words.at(0, "ALTER") ? words.find(2, "OWNER", "TO") : -1;
        return owner < 0 ? Optional.empty() : named(words, owner + 2);
    }

    /** SET ROLE takes a text as well. */
    static Optional<String> named(Words words, int at) {
        String text = words.between(at, Math.min(at + 1, words.size()));
        if (text.startsWith("'") && text.endsWith("'") && text.length() > 2) {
            return Optional.of(text.substring(1, text.length() - 1).replace("''", "'"));
        }
        boolean itself = words.at(at, "CURRENT_USER") || words.at(at, "SESSION_USER") || words.at(at, "CURRENT_ROLE");
        return itself
                ? Optional.empty()
                : words.name(at).map(found -> found.name().name().name());
    }

    private static boolean exists(Asked asked, String role) throws SQLException {
        return !asked.look()
                .list("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ?", role)
                .isEmpty();
    }

    static boolean isMember(Asked asked, String role) throws SQLException {
        // A member may be one without the right to act as the role, from this version on.
        String how = asked.version() >= 16 ? "SET" : "MEMBER";
        return asked.look()
                .list("SELECT pg_catalog.pg_has_role(?, ?, ?)", asked.role(), role, how)
                .contains("t");
    }
}
