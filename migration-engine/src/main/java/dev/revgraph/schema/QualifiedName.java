package dev.revgraph.schema;

import dev.revgraph.store.Identifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name as it is written in SQL: {@code users}, {@code billing.invoices}, {@code "My App"."Users"}. What is not quoted
 * is folded to lower case, as the server does it.
 *
 * @param schema {@code null} if the name is looked up along the search path
 */
public record QualifiedName(@Nullable Identifier schema, Identifier name) {

    /**
     * Reads a name with or without a schema.
     *
     * @throws MalformedNameException if SQL would not take it for one
     */
    public static QualifiedName parse(String text) {
        List<Identifier> parts = new Parts(text).read();
        if (parts.size() > 2) {
            throw new MalformedNameException(text);
        }
        return parts.size() == 2
                ? new QualifiedName(parts.get(0), parts.get(1))
                : new QualifiedName(null, parts.get(0));
    }

    /**
     * Reads a name that stands alone: of a column, a constraint, a schema.
     *
     * @throws MalformedNameException if SQL would not take it for one
     */
    public static Identifier parseSimple(String text) {
        List<Identifier> parts = new Parts(text).read();
        if (parts.size() > 1) {
            throw new MalformedNameException(text);
        }
        return parts.get(0);
    }

    /** The name as SQL. */
    public String quoted() {
        return schema == null ? name.quoted() : schema.quoted() + "." + name.quoted();
    }

    @Override
    public String toString() {
        return quoted();
    }

    /** Walks through the text once. */
    private static final class Parts {

        private final String text;
        private final List<Identifier> parts = new ArrayList<>();
        private int at;

        Parts(String text) {
            this.text = text.strip();
        }

        List<Identifier> read() {
            do {
                String part = at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
                if (part.isEmpty() || part.indexOf('\0') >= 0) {
                    throw new MalformedNameException(text);
                }
                parts.add(new Identifier(part));
            } while (dot());
            if (at < text.length()) {
                throw new MalformedNameException(text);
            }
            return parts;
        }

        private boolean dot() {
            boolean found = at < text.length() && text.charAt(at) == '.';
            at += found ? 1 : 0;
            return found;
        }

        private String quoted() {
            StringBuilder part = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c != '"') {
                    part.append(c);
                } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    part.append(c);
                    at++;
                } else {
                    at++;
                    return part.toString();
                }
            }
            throw new MalformedNameException(text);
        }

        private String plain() {
            int begin = at;
            while (at < text.length() && isPlain(text.charAt(at), at > begin)) {
                at++;
            }
            return lowerCase(text.substring(begin, at));
        }

        private static boolean isPlain(char c, boolean inside) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c > 0x7f;
            return letter || (inside && ((c >= '0' && c <= '9') || c == '$'));
        }

        /** The server folds ASCII alone. */
        private static String lowerCase(String name) {
            StringBuilder folded = new StringBuilder(name);
            for (int i = 0; i < folded.length(); i++) {
                char c = folded.charAt(i);
                if (c >= 'A' && c <= 'Z') {
                    folded.setCharAt(i, (char) (c + ('a' - 'A')));
                }
            }
            return folded.toString();
        }
    }
}
