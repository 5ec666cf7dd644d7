package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.SqlName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** How a statement names an object of each kind. */
final class Named {

    /** In bytes, as the server is built. */
    private static final int LONGEST = 63;

    private Named() {}

    /** With its kind, as after {@code DROP}: {@code FUNCTION public.f(integer)}, {@code TRIGGER t ON public.users}. */
    static String forDrop(ObjectId id, String ifExists) {
        return word(id) + " " + ifExists + name(id);
    }

    /** The same after {@code COMMENT ON}. */
    static String forComment(ObjectId id) {
        return switch (id.kind()) {
            case PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY ->
                "CONSTRAINT " + id.quotedName() + " ON " + Draft.relation(id);
            case DOMAIN_CONSTRAINT -> "CONSTRAINT " + id.quotedName() + " ON DOMAIN " + Draft.relation(id);
            default -> word(id) + " " + name(id);
        };
    }

    /** The same after {@code GRANT … ON}, of a routine or a type. */
    static String forGrant(ObjectId id) {
        return id.kind() == ObjectKind.AGGREGATE
                ? "FUNCTION " + Draft.relation(id) + "(" + id.path().get(2) + ")"
                : word(id) + " " + name(id);
    }

    static String name(ObjectId id) {
        return switch (id.kind()) {
            case FUNCTION, PROCEDURE -> Draft.relation(id) + "(" + id.path().get(2) + ")";
            case AGGREGATE ->
                Draft.relation(id)
                        + "("
                        + (id.path().get(2).isEmpty() ? "*" : id.path().get(2))
                        + ")";
            case TRIGGER, RULE, POLICY -> id.quotedName() + " ON " + Draft.relation(id);
            case SCHEMA, EXTENSION, PUBLICATION -> SqlName.quoted(id.path().get(0));
            default -> id.quoted();
        };
    }

    /**
     * A name of its own for something that is needed beside what has the name, short enough for the server. Long names that
     * differ only at their ends stay different.
     */
    static String beside(String name, String suffix) {
        String whole = name + suffix;
        if (bytes(whole) <= LONGEST) {
            return whole;
        }
        String end = "_" + Integer.toHexString(name.hashCode()) + suffix;
        int length = name.length();
        while (bytes(name.substring(0, length)) + bytes(end) > LONGEST) {
            length = name.offsetByCodePoints(length, -1);
        }
        return name.substring(0, length) + end;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String word(ObjectId id) {
        return switch (id.kind()) {
            case ENUM, COMPOSITE_TYPE, RANGE_TYPE -> "TYPE";
            default -> id.kind().word().toUpperCase(Locale.ROOT);
        };
    }
}
