package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Barred;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What PostgreSQL leaves to superusers, and to the members of its own roles. */
final class SuperuserRights implements RightsRule {

    private static final Map<String, String> ONLY_SUPERUSERS = only();

    private static Map<String, String> only() {
        Map<String, String> only = new LinkedHashMap<>();
        only.put("CREATE EVENT TRIGGER", "create event triggers");
        only.put("CREATE FOREIGN DATA WRAPPER", "create foreign-data wrappers");
        only.put("CREATE ACCESS METHOD", "create access methods");
        only.put("CREATE OPERATOR CLASS", "create operator classes");
        only.put("CREATE OPERATOR FAMILY", "create operator families");
        only.put("CREATE TEXT SEARCH PARSER", "create text search parsers");
        only.put("CREATE TEXT SEARCH TEMPLATE", "create text search templates");
        only.put("CREATE TABLESPACE", "create tablespaces");
        only.put("SET SESSION AUTHORIZATION", "become another user");
        return only;
    }

    @Override
    public List<Barred> refused(Asked asked) throws SQLException {
        if (asked.isSuperuser()) {
            return List.of();
        }
        Words words = asked.words();
        for (Map.Entry<String, String> only : ONLY_SUPERUSERS.entrySet()) {
            if (words.at(0, only.getKey().split(" "))) {
                return List.of(superuser(words, only.getValue()));
            }
        }
        if (words.at(0, "CREATE", "PUBLICATION") && words.find(2, "ALL", "TABLES") > 0) {
            return List.of(superuser(words, "publish all tables"));
        }
        if (words.find(2, "LEAKPROOF") > 0 && words.find(0, "FUNCTION") > 0) {
            return List.of(superuser(words, "declare a function leakproof"));
        }
        return words.at(0, "COPY") ? copied(asked) : words.at(0, "ALTER", "TABLE") ? triggers(asked) : catalog(asked);
    }

    private static Barred superuser(Words words, String what) {
        return new Barred(
                "Only a superuser may " + what + "; no GRANT changes that.",
                List.of(WayOut.of(
                        "Let a superuser type it, and leave it out of the revision.",
                        words.text().strip())));
    }

    /** Files and programs of the server. */
    private static List<Barred> copied(Asked asked) throws SQLException {
        Words words = asked.words();
        int from = words.find(1, "FROM");
        int to = words.find(1, "TO");
        int at = Math.max(from, to);
        boolean program = at > 0 && words.at(at + 1, "PROGRAM");
        if (at < 0 || words.at(at + 1, "STDIN") || words.at(at + 1, "STDOUT")) {
            return List.of();
        }
        String role =
                program ? "pg_execute_server_program" : from > to ? "pg_read_server_files" : "pg_write_server_files";
        return RoleRights.isMember(asked, role)
                ? List.of()
                : List.of(new Barred(
                        "The role \"" + asked.role() + "\" may not "
                                + (program ? "run programs on" : from > to ? "read files of" : "write files to")
                                + " the server: it is no member of " + role + ".",
                        List.of(WayOut.of(
                                "Make it one, as a superuser. Such a role can do as it likes on the server, so better: write"
                                        + " the rows into the revision, `COPY … FROM stdin`.",
                                "GRANT " + role + " TO " + asked.look().quoted(asked.role())))));
    }

    /** Foreign keys are kept by triggers that are not the owner's. */
    private static List<Barred> triggers(Asked asked) throws SQLException {
        Words words = asked.words();
        int all = words.find(2, "TRIGGER", "ALL");
        Optional<Relation> table = asked.table();
        if (all < 0
                || table.isEmpty()
                || !new Ownership().refused(asked).isEmpty()
                || asked.look()
                        .list(
                                "SELECT 1 FROM pg_catalog.pg_trigger WHERE tgrelid = ?::oid AND tgisinternal",
                                table.get().oid())
                        .isEmpty()) {
            return List.of();
        }
        return List.of(new Barred(
                "The triggers of " + table.get().sql()
                        + " that keep its foreign keys belong to the system: only a superuser may switch them, and no GRANT"
                        + " changes that.",
                List.of(
                        WayOut.of(
                                "Switch the others only: put this into the revision.",
                                words.between(0, all + 1) + " USER"
                                        + words.text()
                                                .substring(words.tokens()
                                                        .get(all + 1)
                                                        .end())),
                        WayOut.of("To write rows in any order: make the keys `DEFERRABLE INITIALLY DEFERRED`, which are"
                                + " checked at the end of the revision."))));
    }

    private static List<Barred> catalog(Asked asked) throws SQLException {
        Words words = asked.words();
        boolean writes = words.at(0, "INSERT") || words.at(0, "UPDATE") || words.at(0, "DELETE");
        Optional<Relation> table = writes ? asked.table() : Optional.empty();
        return table.filter(found -> found.schema().equals("pg_catalog")).isPresent()
                ? List.of(superuser(words, "change " + table.get().sql() + ", which is PostgreSQL's own"))
                : List.of();
    }
}
