package dev.revgraph.schema.read;

import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Property;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Makes an object of every row of a query. The columns {@code kind} and {@code path} name it, {@code classid},
 * {@code objid} and {@code objsubid} say where the catalog keeps it, every other column is the property of its name:
 * text, a list, or a flag. What is null, an empty list or false is left out.
 */
final class FactRows implements RowCallbackHandler {

    private static final Set<String> NO_PROPERTIES =
            Set.of("kind", "path", "classid", "objid", "objsubid", "needs_classid", "needs_objid");

    private final Facts facts;
    private final boolean owners;
    private final Map<Integer, Property> columns = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    FactRows(Facts facts, boolean owners) {
        this.facts = facts;
        this.owners = owners;
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
        if (places.isEmpty()) {
            learn(row.getMetaData());
        }
        Map<Property, List<String>> properties = new EnumMap<>(Property.class);
        for (Map.Entry<Integer, Property> column : columns.entrySet()) {
            List<String> values = values(row.getObject(column.getKey()));
            if (!values.isEmpty()) {
                properties.put(column.getValue(), values);
            }
        }
        ObjectId id = new ObjectId(ObjectKind.valueOf(row.getString(at("kind"))), values(row.getObject(at("path"))));
        if (places.containsKey("classid")) {
            facts.add(
                    id,
                    new Address(row.getLong(at("classid")), row.getLong(at("objid")), row.getInt(at("objsubid"))),
                    properties);
        } else {
            facts.add(id, null, properties);
        }
        if (places.containsKey("needs_classid")) {
            facts.needLater(id, new Address(row.getLong(at("needs_classid")), row.getLong(at("needs_objid")), 0));
        }
    }

    private void learn(ResultSetMetaData metadata) throws SQLException {
        for (int i = 1; i <= metadata.getColumnCount(); i++) {
            String label = metadata.getColumnLabel(i);
            places.put(label, i);
            if (!NO_PROPERTIES.contains(label) && (owners || !label.equals("owner"))) {
                columns.put(i, Property.valueOf(label.toUpperCase(Locale.ROOT)));
            }
        }
    }

    private int at(String label) {
        return places.getOrDefault(label, 0);
    }

    private static List<String> values(@Nullable Object value) throws SQLException {
        if (value == null || Boolean.FALSE.equals(value)) {
            return List.of();
        }
        if (value instanceof Array array) {
            return List.of((String[]) array.getArray());
        }
        return List.of(value.toString());
    }
}
