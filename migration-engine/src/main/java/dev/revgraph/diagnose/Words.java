package dev.revgraph.diagnose;

import dev.revgraph.schema.MalformedNameException;
import dev.revgraph.schema.QualifiedName;
import dev.revgraph.script.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement as tokens, to find out what it is about where the server does not say. Immutable. */
record Words(String text, List<SqlToken> tokens) {

    /**
     * A name in a statement.
     *
     * @param first its first token
     * @param next the token after it
     */
    record Named(QualifiedName name, int first, int next) {}

    static Words of(String statement) {
        return new Words(statement, SqlToken.of(statement));
    }

    int size() {
        return tokens.size();
    }

    /** Whether these words stand here, one after the other. */
    boolean at(int index, String... words) {
        if (index < 0 || index + words.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(index + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Behind these words, if they stand here; otherwise here. */
    int skip(int index, String... words) {
        return at(index, words) ? index + words.length : index;
    }

    /** Where these words stand first, from here on; -1 if they do not. */
    int find(int from, String... words) {
        for (int i = from; i < tokens.size(); i++) {
            if (at(i, words)) {
                return i;
            }
        }
        return -1;
    }

    /** The name that stands here. */
    Optional<Named> name(int index) {
        int next = index;
        StringBuilder name = new StringBuilder();
        while (next >= 0 && next < tokens.size() && tokens.get(next).name()) {
            name.append(tokens.get(next++).text());
            if (!at(next, ".")) {
                break;
            }
            name.append('.');
            next++;
        }
        try {
            return name.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Named(QualifiedName.parse(name.toString()), index, next));
        } catch (MalformedNameException otherThanAName) {
            return Optional.empty();
        }
    }

    /** The plain names in a list in parentheses that opens here; empty if it is none, or holds expressions. */
    List<String> columns(int open) {
        List<String> names = new ArrayList<>();
        if (!at(open, "(")) {
            return names;
        }
        int i = open;
        do {
            Optional<Named> name = name(i + 1);
            if (name.isEmpty() || name.get().name().schema() != null) {
                return List.of();
            }
            names.add(name.get().name().name().name());
            i = name.get().next();
        } while (at(i, ","));
        return at(i, ")") ? List.copyOf(names) : List.of();
    }

    /** The token that closes what this one opens; the end if none does. */
    int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += at(i, "(") ? 1 : at(i, ")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    /** Where the clause ends that begins here: at a comma, or at what closes the parentheses around it. */
    int endOfClause(int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            if (at(i, "(")) {
                depth++;
            } else if (depth == 0 && (at(i, ",") || at(i, ")"))) {
                return i;
            } else if (at(i, ")")) {
                depth--;
            }
        }
        return tokens.size();
    }

    /** The text from one token up to another, as it is written. */
    String between(int from, int to) {
        return from >= to
                ? ""
                : text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /** The same statement with words put in before a token. */
    String with(int before, String words) {
        int at = before < tokens.size() ? tokens.get(before).start() : text.length();
        return text.substring(0, at) + words + " " + text.substring(at);
    }

    /** The token at a place that the server counts in characters from 1; -1 if none begins there. */
    int tokenAt(int position) {
        if (position < 1 || position > text.codePointCount(0, text.length())) {
            return -1;
        }
        int offset = text.offsetByCodePoints(0, position - 1);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).start() == offset) {
                return i;
            }
        }
        return -1;
    }

    /** The table that the statement is about. */
    Optional<Named> table() {
        if (at(0, "ALTER", "TABLE")) {
            return name(skip(skip(2, "IF", "EXISTS"), "ONLY"));
        }
        if (at(0, "CREATE") && (at(1, "INDEX") || at(1, "UNIQUE", "INDEX"))) {
            int on = find(2, "ON");
            return on < 0 ? Optional.empty() : name(skip(on + 1, "ONLY"));
        }
        if (at(0, "INSERT", "INTO")) {
            return name(2);
        }
        if (at(0, "DELETE", "FROM")) {
            return name(skip(2, "ONLY"));
        }
        if (at(0, "UPDATE")) {
            return name(skip(1, "ONLY"));
        }
        int kind = at(0, "CREATE") ? skip(skip(1, "OR", "REPLACE"), "CONSTRAINT") : 1;
        if ((at(0, "CREATE") || at(0, "DROP")) && (at(kind, "TRIGGER") || at(kind, "POLICY"))) {
            int on = find(kind, "ON");
            return on < 0 ? Optional.empty() : name(on + 1);
        }
        if (at(0, "TRUNCATE") || at(0, "LOCK")) {
            return name(skip(skip(1, "TABLE"), "ONLY"));
        }
        return at(0, "COPY") ? name(1) : created("TABLE");
    }

    /** The name of the relation that the statement drops, if it drops one. */
    Optional<Named> dropped() {
        if (!at(0, "DROP")) {
            return Optional.empty();
        }
        int kind = skip(1, "MATERIALIZED");
        boolean relation = at(kind, "TABLE") || at(kind, "VIEW") || at(kind, "INDEX") || at(kind, "SEQUENCE");
        return relation ? name(skip(skip(kind + 1, "CONCURRENTLY"), "IF", "EXISTS")) : Optional.empty();
    }

    /** The names of all the relations that the statement drops. */
    List<Named> allDropped() {
        List<Named> all = new ArrayList<>();
        Optional<Named> name = dropped();
        while (name.isPresent()) {
            all.add(name.get());
            int next = name.get().next();
            name = at(next, ",") ? name(next + 1) : Optional.empty();
        }
        return all;
    }

    /** Whether what stands here begins another clause of ALTER TABLE than one about a column. */
    boolean isKeyword(int index) {
        return List.of("CONSTRAINT", "TO", "DEFAULT", "NOT", "EXPRESSION", "IDENTITY", "TABLE").stream()
                .anyMatch(word -> at(index, word));
    }

    /** The name of what the statement creates, if it is of this kind. */
    Optional<Named> created(String kind) {
        int at = find(0, kind);
        if (!at(0, "CREATE") || at < 0 || at > 4) {
            return Optional.empty();
        }
        return name(skip(skip(at + 1, "CONCURRENTLY"), "IF", "NOT", "EXISTS"));
    }
}
