package dev.revgraph.schema.ddl;

import dev.revgraph.schema.model.ObjectId;
import java.util.Collection;
import java.util.List;

/**
 * The statements that make one schema of another, in order. Immutable.
 *
 * @param refusals what has to be done by hand, as sentences: no statement does it without losing data
 */
public record DdlPlan(List<DdlStatement> statements, List<String> refusals) {

    public DdlPlan {
        statements = List.copyOf(statements);
        refusals = List.copyOf(refusals);
    }

    /** The statements of one stage; empty if there are none. */
    public List<DdlStatement> of(Stage stage) {
        return statements.stream()
                .filter(statement -> statement.stage() == stage)
                .toList();
    }

    /** As SQL alone. */
    public List<String> sql() {
        return statements.stream().map(DdlStatement::sql).toList();
    }

    /** What is for some objects. */
    public List<DdlStatement> about(Collection<ObjectId> subjects) {
        return statements.stream()
                .filter(statement -> subjects.contains(statement.subject()))
                .toList();
    }
}
