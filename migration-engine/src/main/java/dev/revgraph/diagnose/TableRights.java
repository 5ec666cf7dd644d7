package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Ungranted;
import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reading and writing tables, referring to them, and giving them triggers. */
final class TableRights implements RightsRule {

    /** A right to one column may be all that is needed; which one is not known. */
    private static final String ON_TABLE = """
            SELECT 'TABLE ' || pg_catalog.format('%I.%I', n.nspname, c.relname), pg_catalog.pg_get_userbyid(c.relowner)
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.oid = ?::oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
               AND NOT pg_catalog.has_table_privilege(?, c.oid, ?)
               AND CASE WHEN ? IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                        THEN NOT pg_catalog.has_any_column_privilege(?, c.oid, ?) ELSE true END
            """;

    @Override
    public List<Ungranted> refused(Asked asked) throws SQLException {
        Set<Ungranted> found = new LinkedHashSet<>(written(asked));
        for (Named name : asked.behind("REFERENCES")) {
            found.addAll(on(asked, name, "REFERENCES"));
        }
        if (found.isEmpty()) {
            for (Named name : Reads.in(asked)) {
                found.addAll(on(asked, name, "SELECT"));
            }
        }
        return List.copyOf(found);
    }

    private static List<Ungranted> written(Asked asked) throws SQLException {
        Words words = asked.words();
        List<Ungranted> found = new ArrayList<>();
        if (words.at(0, "TRUNCATE")) {
            for (Named name : asked.behind(words.at(1, "TABLE") ? "TABLE" : "TRUNCATE")) {
                found.addAll(on(asked, name, "TRUNCATE"));
            }
        } else if (words.at(0, "LOCK")) {
            for (Named name : asked.behind(words.at(1, "TABLE") ? "TABLE" : "LOCK")) {
                found.addAll(locked(asked, name));
            }
        } else if (words.at(0, "CREATE")
                && words.find(1, "TRIGGER") > 0
                && words.table().isPresent()) {
            found.addAll(on(asked, words.table().get(), "TRIGGER"));
        } else if (words.at(0, "COPY") && words.table().isPresent()) {
            found.addAll(on(asked, words.table().get(), words.find(2, "FROM") > 0 ? "INSERT" : "SELECT"));
        } else if (words.at(0, "MERGE", "INTO")) {
            for (String right : List.of("INSERT", "UPDATE", "DELETE")) {
                boolean does = words.find(2, "THEN", right) > 0;
                Optional<Named> table = does ? words.name(words.skip(2, "ONLY")) : Optional.empty();
                found.addAll(table.isEmpty() ? List.of() : on(asked, table.get(), right));
            }
        } else {
            found.addAll(changed(asked));
        }
        return found;
    }

    /** INSERT, UPDATE and DELETE, behind WITH as well. */
    private static List<Ungranted> changed(Asked asked) throws SQLException {
        Words words = asked.words();
        List<Ungranted> found = new ArrayList<>();
        if (!Reads.isQuery(words)) {
            return found;
        }
        for (Named name : asked.behind("INTO")) {
            if (words.at(name.first() - 2, "INSERT")) {
                found.addAll(on(asked, name, "INSERT"));
            }
        }
        for (int i = words.find(0, "DELETE", "FROM"); i >= 0; i = words.find(i + 1, "DELETE", "FROM")) {
            Optional<Named> name = words.name(words.skip(i + 2, "ONLY"));
            found.addAll(name.isEmpty() ? List.of() : on(asked, name.get(), "DELETE"));
        }
        for (int i = words.find(0, "UPDATE"); i >= 0; i = words.find(i + 1, "UPDATE")) {
            boolean itself = i == 0 || words.at(i - 1, "(") || words.at(i - 1, ")");
            Optional<Named> name = itself ? words.name(words.skip(i + 1, "ONLY")) : Optional.empty();
            found.addAll(name.isEmpty() ? List.of() : on(asked, name.get(), "UPDATE"));
        }
        return found;
    }

    /** Any of the rights to change rows is enough for any lock; which one fits is the administrator's choice. */
    private static List<Ungranted> locked(Asked asked, Named name) throws SQLException {
        for (String right : List.of("DELETE", "TRUNCATE")) {
            if (on(asked, name, right).isEmpty()) {
                return List.of();
            }
        }
        return on(asked, name, "UPDATE");
    }

    private static List<Ungranted> on(Asked asked, Named name, String right) throws SQLException {
        Optional<Relation> table = asked.look().relation(name.name());
        return table.isEmpty()
                ? List.of()
                : asked.ungranted(right, ON_TABLE, table.get().oid(), asked.role(), right, right, asked.role(), right);
    }
}
