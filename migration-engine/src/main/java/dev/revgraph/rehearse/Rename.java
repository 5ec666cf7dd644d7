package dev.revgraph.rehearse;

import dev.revgraph.ErrorCode;
import dev.revgraph.schema.model.ObjectId;
import dev.revgraph.schema.model.ObjectKind;
import dev.revgraph.schema.model.Schema;
import dev.revgraph.schema.model.SqlName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table or column that is to keep its rows under another name. Immutable.
 *
 * @param path names from the schema on; without one where the schema is {@code public}
 */
public record Rename(List<String> path, String name) {

    private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([^.\"=]+)");

    public Rename {
        path = List.copyOf(path);
    }

    /**
     * Reads {@code users.mail=email}, {@code users=people}, {@code "My App".users.mail=email}.
     *
     * @throws ShadowException if it is nothing of the kind
     */
    public static Rename parse(String text) {
        int sign = text.lastIndexOf('=');
        List<String> path = sign < 1 ? List.of() : parts(text.substring(0, sign));
        List<String> name = sign < 1 ? List.of() : parts(text.substring(sign + 1));
        if (path.isEmpty() || path.size() > 3 || name.isEmpty()) {
            throw unusable("\"" + text + "\" does not say what is renamed.");
        }
        return new Rename(path, name.get(name.size() - 1));
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text.strip());
        while (matcher.find()) {
            parts.add(
                    matcher.group(1) != null
                            ? matcher.group(1).replace("\"\"", "\"")
                            : matcher.group(2).strip());
        }
        return parts;
    }

    private static ShadowException unusable(String problem) {
        return new ShadowException(
                ErrorCode.USAGE,
                problem + " Nothing has been written.",
                "Type `--rename users.mail=email` for a column, `--rename users=people` for a table.",
                null);
    }

    /** What has the old name in a schema. */
    ObjectId in(Schema schema) {
        List<String> schemas = schema.objects().stream()
                .filter(object -> object.id().kind() == ObjectKind.SCHEMA)
                .map(object -> object.id().name())
                .toList();
        return Stream.concat(
                        candidates(path).stream(),
                        schemas.stream().flatMap(first -> candidates(prefixed(first)).stream()))
                .filter(schema.ids()::contains)
                .findFirst()
                .orElseThrow(() -> unusable("There is no table or column \"" + String.join(".", path)
                        + "\" at the head of the revisions."));
    }

    private List<String> prefixed(String schema) {
        List<String> longer = new ArrayList<>(List.of(schema));
        longer.addAll(path);
        return longer;
    }

    private static List<ObjectId> candidates(List<String> names) {
        return switch (names.size()) {
            case 2 -> List.of(new ObjectId(ObjectKind.TABLE, names));
            case 3 -> List.of(new ObjectId(ObjectKind.COLUMN, names));
            default -> List.of();
        };
    }

    static String sql(ObjectId from, String name) {
        return from.kind() == ObjectKind.TABLE
                ? "ALTER TABLE " + from.quoted() + " RENAME TO " + SqlName.quoted(name)
                : "ALTER TABLE " + from.quotedOwner() + " RENAME COLUMN " + from.quotedName() + " TO "
                        + SqlName.quoted(name);
    }
}
