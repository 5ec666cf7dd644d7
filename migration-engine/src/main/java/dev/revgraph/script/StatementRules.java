package dev.revgraph.script;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which statements a script may not hold. What PostgreSQL would refuse when the revision runs is reported when its file
 * is read.
 */
final class StatementRules {

    /** The script runs inside one transaction that the engine opens and ends. */
    static final StatementRules IN_TRANSACTION = new StatementRules(RefusedStatements.IN_A_TRANSACTION);

    /** Every statement of the script commits by itself. */
    static final StatementRules WITHOUT_TRANSACTION = new StatementRules(RefusedStatements.WITHOUT_A_TRANSACTION);

    /** The header says something about the transaction that cannot be read; only what is never right is refused. */
    static final StatementRules IN_UNKNOWN_MODE = new StatementRules(RefusedStatements.ANYWHERE);

    /** The script was checked when it was stored. */
    static final StatementRules NONE = new StatementRules(List.of());

    private static final Pattern BINARY =
            Pattern.compile("^COPY BINARY |\\bFORMAT '?BINARY\\b|\\) BINARY\\b|STDIN (WITH )?BINARY\\b");

    private final List<RefusedStatements> refused;

    private StatementRules(List<RefusedStatements> refused) {
        this.refused = refused;
    }

    static StatementRules of(boolean transactional) {
        return transactional ? IN_TRANSACTION : WITHOUT_TRANSACTION;
    }

    void check(StatementShape shape, int line, List<Finding> findings) {
        String opening = shape.opening();
        if (this == NONE || opening.isEmpty()) {
            return;
        }
        for (RefusedStatements group : refused) {
            Optional<Finding> finding = group.find(shape, line);
            if (finding.isPresent()) {
                findings.add(finding.get());
                return;
            }
        }
        if (shape.copiesToClient()) {
            findings.add(Finding.inScript(
                    line,
                    "COPY … TO STDOUT sends rows to a client, and no client reads them while a revision runs.",
                    "Remove the statement."));
        } else if (shape.copiesFromClient() && BINARY.matcher(opening).find()) {
            findings.add(Finding.inScript(
                    line,
                    "COPY … FROM stdin in binary format has no inline data that a text file could hold.",
                    "Use the text or the csv format."));
        }
    }
}
