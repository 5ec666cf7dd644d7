package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/** Lists of rights, with and without the right to pass them on. */
final class Rights {

    private static final String GRANTABLE = " WITH GRANT OPTION";

    private Rights() {}

    static List<String> of(SchemaObject object) {
        return object.list(Property.PRIVILEGES);
    }

    /** One statement for the rights that may be passed on and one for the others. */
    static List<String> grant(List<String> rights, String on, String grantee) {
        List<String> statements = new ArrayList<>();
        List<String> plain =
                rights.stream().filter(right -> !right.endsWith(GRANTABLE)).toList();
        if (!plain.isEmpty()) {
            statements.add("GRANT " + String.join(", ", plain) + " ON " + on + " TO " + grantee);
        }
        List<String> grantable = rights.stream()
                .filter(right -> right.endsWith(GRANTABLE))
                .map(Rights::bare)
                .toList();
        if (!grantable.isEmpty()) {
            statements.add("GRANT " + String.join(", ", grantable) + " ON " + on + " TO " + grantee + GRANTABLE);
        }
        return statements;
    }

    static String revoke(List<String> rights, String on, String grantee) {
        return "REVOKE "
                + String.join(", ", rights.stream().map(Rights::bare).distinct().toList()) + " ON " + on + " FROM "
                + grantee;
    }

    private static String bare(String right) {
        return right.replace(GRANTABLE, "");
    }
}
