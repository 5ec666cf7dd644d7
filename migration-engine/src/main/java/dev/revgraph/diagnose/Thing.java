package dev.revgraph.diagnose;

import dev.revgraph.diagnose.ObjectKind.Existing;
import dev.revgraph.diagnose.Words.Named;
import dev.revgraph.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a statement creates or drops, and that is neither a relation nor a column.
 *
 * @param table the table that it belongs to; {@code null} if it belongs to none
 * @param first the token at which its name begins
 * @param next the token behind its name
 */
record Thing(ObjectKind kind, QualifiedName name, @Nullable QualifiedName table, int first, int next) {

    /** What the statement drops, without asking whether it is there. */
    static List<Thing> dropped(Words words) {
        if (words.at(0, "ALTER", "TABLE")) {
            return constraints(words, "DROP");
        }
        Optional<ObjectKind> kind = words.at(0, "DROP") ? kind(words, 1) : Optional.empty();
        List<Thing> all = new ArrayList<>();
        if (kind.isEmpty() || words.at(2, "IF", "EXISTS")) {
            return all;
        }
        int at = 1;
        do {
            Optional<Named> name = words.name(at + 1);
            if (name.isEmpty()) {
                return all;
            }
            all.add(of(kind.get(), name.get(), table(words, kind.get(), name.get())));
            at = words.at(name.get().next(), "(")
                    ? words.closing(name.get().next()) + 1
                    : name.get().next();
        } while (words.at(at, ","));
        return all;
    }

    /** What the statement makes, whether or not it may be there. */
    static List<Thing> created(Words words) {
        if (words.at(0, "ALTER", "TABLE")) {
            return constraints(words, "ADD");
        }
        List<Thing> all = new ArrayList<>();
        if (words.created("TABLE").isPresent()) {
            QualifiedName table = words.created("TABLE").get().name();
            for (int i = words.find(2, "CONSTRAINT"); i >= 0; i = words.find(i + 1, "CONSTRAINT")) {
                words.name(i + 1).ifPresent(name -> all.add(of(ObjectKind.CONSTRAINT, name, table)));
            }
        }
        int at = words.skip(words.skip(1, "OR", "REPLACE"), "CONSTRAINT");
        Optional<ObjectKind> kind = words.at(0, "CREATE") ? kind(words, at) : Optional.empty();
        if (kind.isPresent()) {
            words.name(words.skip(at + 1, "IF", "NOT", "EXISTS"))
                    .ifPresent(name -> all.add(of(kind.get(), name, table(words, kind.get(), name))));
        }
        return all;
    }

    private static List<Thing> constraints(Words words, String verb) {
        List<Thing> all = new ArrayList<>();
        QualifiedName table = words.table().map(Named::name).orElse(null);
        for (int i = words.find(2, verb, "CONSTRAINT");
                i >= 0 && table != null;
                i = words.find(i + 1, verb, "CONSTRAINT")) {
            if (!words.at(i + 2, "IF", "EXISTS")) {
                words.name(i + 2).ifPresent(name -> all.add(of(ObjectKind.CONSTRAINT, name, table)));
            }
        }
        return all;
    }

    private static Thing of(ObjectKind kind, Named name, @Nullable QualifiedName table) {
        return new Thing(kind, name.name(), table, name.first(), name.next());
    }

    private static @Nullable QualifiedName table(Words words, ObjectKind kind, Named name) {
        int on = words.find(name.next(), "ON");
        return kind.isOfTable() && on >= 0 ? words.name(on + 1).map(Named::name).orElse(null) : null;
    }

    private static Optional<ObjectKind> kind(Words words, int at) {
        if (words.at(at, "DOMAIN")) {
            return Optional.of(ObjectKind.TYPE);
        }
        if (words.at(at, "PROCEDURE") || words.at(at, "AGGREGATE") || words.at(at, "ROUTINE")) {
            return Optional.of(ObjectKind.FUNCTION);
        }
        for (ObjectKind kind : ObjectKind.values()) {
            if (kind != ObjectKind.CONSTRAINT && words.at(at, kind.noun())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** As messages have it: {@code constraint "grown" on users}. */
    String shown() {
        return kind.noun() + " \"" + MissingRelation.shown(name) + "\""
                + (table == null ? "" : " on " + MissingRelation.shown(table));
    }

    /** All of the same kind, on the same table if it belongs to one; nothing if that table is not there. */
    Optional<List<Existing>> others(Look look) throws SQLException {
        if (!kind.isOfTable()) {
            return Optional.of(kind.list(look, null));
        }
        Optional<Relation> on = table == null ? Optional.empty() : look.relation(table);
        return on.isEmpty() ? Optional.empty() : Optional.of(kind.list(look, on.get()));
    }

    /** Whether one that is there is what the name means. */
    boolean isMeantBy(Existing existing) {
        boolean schema = name.schema() == null
                ? existing.visible()
                : existing.schema().equals(name.schema().name());
        return schema && existing.name().equals(name.name().name());
    }

    /** Whether both are called the same; one of them may go without its schema. */
    boolean isSame(Thing other) {
        return kind == other.kind
                && Scene.isSame(name, other.name)
                && (table == null || other.table == null || Scene.isSame(table, other.table));
    }
}
