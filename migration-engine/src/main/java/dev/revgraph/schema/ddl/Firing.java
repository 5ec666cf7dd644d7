package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.Property;
import dev.revgraph.schema.model.SchemaObject;

/** Whether and when a trigger or rule fires. */
final class Firing {

    private Firing() {}

    static void set(SchemaObject wanted, String word, Draft draft) {
        String state = switch (wanted.text(Property.FIRES).orElse("")) {
            case "always" -> "ENABLE ALWAYS";
            case "replica" -> "ENABLE REPLICA";
            case "disabled" -> "DISABLE";
            default -> "ENABLE";
        };
        draft.add(
                wanted.id(),
                "ALTER TABLE " + Draft.relation(wanted.id()) + " " + state + " " + word + " "
                        + wanted.id().quotedName());
    }
}
