package dev.revgraph.diagnose;

import dev.revgraph.schema.QualifiedName;
import dev.revgraph.store.Identifier;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What there is to go by: the failure, its statement, the database, and the revisions.
 *
 * @param timeout the session's own statement time-out, as the server writes it
 */
record Scene(FailedSql failed, Words words, Look look, List<RevisionText> revisions, String timeout) {

    /** The table in question: the one that the server names, or the one that the statement is about. */
    Optional<Relation> table() throws SQLException {
        if (failed.table() != null) {
            Identifier schema = failed.schema() == null ? null : new Identifier(failed.schema());
            return look.relation(new QualifiedName(schema, new Identifier(failed.table())));
        }
        Optional<Words.Named> named = words.table();
        return named.isEmpty() ? Optional.empty() : look.relation(named.get().name());
    }

    /** What to do so that another revision runs before this one, as a sentence. */
    String dependOn(String other) {
        return "Let it run first: " + declare("-- depends-on: " + other, "dependsOn = \"" + other + "\"") + ".";
    }

    /** How a revision says that its statements commit one by one, in the imperative and without a stop. */
    String withoutTransaction() {
        return declare("-- transaction: off", "transaction = false");
    }

    private String declare(String header, String annotation) {
        return failed.source() == FailedSql.Source.CODE
                ? "write `" + annotation + "` into the @Revision of \"" + failed.revision() + "\""
                : "write `" + header + "` into the header of \"" + failed.revision() + "\"";
    }

    /** Statements of the failed revision that came before the failed one, and are undone now; not known of a downgrade. */
    List<Words> undone() {
        return !failed.direction().equals("upgrade")
                ? List.of()
                : revisions.stream()
                        .filter(revision -> revision.id().equals(failed.revision()))
                        .flatMap(revision ->
                                revision.statements().get().stream().limit(Math.max(0, failed.number() - 1)))
                        .map(Words::of)
                        .toList();
    }

    /** The search path that the revision has set before the statement, as SQL; nothing if it has set none. */
    Optional<String> searchPath() {
        Optional<String> path = Optional.empty();
        for (Words words : undone()) {
            int name = words.skip(words.skip(1, "LOCAL"), "SESSION");
            boolean sets = words.at(0, "SET") && words.at(name, "search_path");
            if (sets && (words.at(name + 1, "=") || words.at(name + 1, "TO"))) {
                path = Optional.of(words.between(name + 2, words.size()));
            } else if (words.at(0, "RESET", "search_path")) {
                path = Optional.empty();
            }
        }
        return path;
    }

    /** Whether an earlier statement of the same revision has made a relation of this name: it is gone by now. */
    boolean wasMadeBefore(QualifiedName name) {
        return undone().stream().anyMatch(made -> makes(made, name));
    }

    /** The same for something else. */
    boolean wasMadeBefore(Thing thing) {
        return undone().stream().anyMatch(made -> makes(made, thing));
    }

    /** Whether the upgrade of the revision that is undone has made it. */
    boolean isMadeByUpgrade(Thing thing) {
        return isOfUpgrade(made -> makes(made, thing));
    }

    /** The same for a relation. */
    boolean isMadeByUpgrade(QualifiedName name) {
        return isOfUpgrade(made -> makes(made, name));
    }

    private boolean isOfUpgrade(Predicate<Words> condition) {
        return failed.direction().equals("downgrade")
                && revisions.stream()
                        .filter(revision -> revision.id().equals(failed.revision()))
                        .flatMap(revision -> revision.statements().get().stream())
                        .map(Words::of)
                        .anyMatch(condition);
    }

    /** The other revision that makes it; the last one among several. */
    Optional<RevisionText> makerOf(Thing thing) {
        return last(made -> makes(made, thing));
    }

    private static boolean makes(Words statement, Thing thing) {
        return Thing.created(statement).stream().anyMatch(thing::isSame);
    }

    /** The other revision that makes a relation of this name; the last one among several. */
    Optional<RevisionText> makerOf(QualifiedName name) {
        return last(made -> makes(made, name));
    }

    /** The other revision that adds a column of this name to a table of this name. */
    Optional<RevisionText> makerOf(String table, String column) {
        return last(made -> {
            boolean same = made.table()
                    .filter(found -> found.name().name().name().equals(table))
                    .isPresent();
            return same
                    && (Columns.added(made).stream()
                                    .anyMatch(added -> added.name().equals(column))
                            || Columns.defined(made).contains(column));
        });
    }

    /** The last one of the other revisions that has such a statement. */
    Optional<RevisionText> last(Predicate<Words> condition) {
        return revisions.stream()
                .filter(revision -> !revision.id().equals(failed.revision()))
                .filter(revision ->
                        revision.statements().get().stream().map(Words::of).anyMatch(condition))
                .reduce((earlier, later) -> later);
    }

    private static boolean makes(Words statement, QualifiedName name) {
        for (String kind : List.of("TABLE", "VIEW", "INDEX", "SEQUENCE", "TYPE")) {
            Optional<Words.Named> made = statement.created(kind);
            if (made.isPresent() && isSame(made.get().name(), name)) {
                return true;
            }
        }
        return false;
    }

    /** One of them may go without its schema. */
    static boolean isSame(QualifiedName one, QualifiedName other) {
        boolean schemas =
                one.schema() == null || other.schema() == null || one.schema().equals(other.schema());
        return schemas && one.name().equals(other.name());
    }
}
