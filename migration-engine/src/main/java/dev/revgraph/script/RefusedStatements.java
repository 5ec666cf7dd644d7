package dev.revgraph.script;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A group of statements that are refused for one reason. The patterns are matched against the opening of a statement: its
 * tokens in upper case, one space between them, quoted identifiers as {@code ""}.
 *
 * @param patterns by the first word, or the first two, of the statements they are for, so that the others cost nothing
 */
record RefusedStatements(Map<String, Pattern> patterns, String problem, String action) {

    /** Refused whatever the script's mode: the engine alone begins and ends transactions. */
    private static final RefusedStatements TRANSACTION_CONTROL = new RefusedStatements(
            anyOf(
                    "BEGIN\\b",
                    "START TRANSACTION\\b",
                    "COMMIT PREPARED\\b",
                    "COMMIT\\b",
                    "END\\b",
                    "ROLLBACK PREPARED\\b",
                    "ROLLBACK\\b(?!( WORK| TRANSACTION)? TO\\b)",
                    "ABORT\\b",
                    "PREPARE TRANSACTION\\b"),
            "begins or ends a transaction, which is the engine's part: a revision and its record commit together.",
            "Remove the statement; with \"-- transaction: off\" in the header every statement commits by itself.");

    /** Where PostgreSQL calls PreventInTransactionBlock. */
    private static final RefusedStatements NEEDS_NO_TRANSACTION = new RefusedStatements(
            anyOf(
                    "CREATE INDEX CONCURRENTLY\\b",
                    "CREATE UNIQUE INDEX CONCURRENTLY\\b",
                    "DROP INDEX CONCURRENTLY\\b",
                    "REINDEX \\([^)]*\\bCONCURRENTLY(?! (FALSE|OFF|0)\\b)",
                    "REINDEX( \\([^)]*\\))? (INDEX|TABLE) CONCURRENTLY\\b",
                    "REINDEX( \\([^)]*\\))? (SCHEMA|DATABASE|SYSTEM)( CONCURRENTLY)?\\b",
                    "ALTER TABLE .* DETACH PARTITION .* CONCURRENTLY$",
                    "VACUUM\\b",
                    "CLUSTER( VERBOSE| \\([^)]*\\))?$",
                    "CREATE DATABASE\\b",
                    "CREATE TABLESPACE\\b",
                    "DROP DATABASE\\b",
                    "DROP TABLESPACE\\b",
                    "ALTER DATABASE \\S+ SET TABLESPACE\\b",
                    "ALTER SYSTEM\\b",
                    "DISCARD ALL\\b",
                    "CREATE SUBSCRIPTION\\b(?!.*\\b(CONNECT|CREATE_SLOT) (= )?'?(FALSE|OFF|0)\\b)",
                    "DROP SUBSCRIPTION\\b",
                    "ALTER SUBSCRIPTION \\S+ REFRESH\\b",
                    "ALTER SUBSCRIPTION \\S+ (SET|ADD|DROP) PUBLICATION\\b(?!.*\\bREFRESH (= )?'?(FALSE|OFF|0)\\b)",
                    "ALTER SUBSCRIPTION \\S+ SET \\([^)]*\\b(FAILOVER|TWO_PHASE)\\b"),
            "is refused by PostgreSQL inside a transaction, and the revision runs in one.",
            "Put the statement into a revision of its own with \"-- transaction: off\" in its header.");

    /** Where PostgreSQL calls RequireTransactionBlock. */
    private static final RefusedStatements NEEDS_TRANSACTION = new RefusedStatements(
            anyOf(
                    "SAVEPOINT\\b",
                    "RELEASE\\b",
                    "ROLLBACK( WORK| TRANSACTION)? TO\\b",
                    "LOCK\\b",
                    "DECLARE\\b(?!.*\\bWITH HOLD\\b)"),
            "works only inside a transaction, and \"-- transaction: off\" makes every statement commit by itself.",
            "Put the statement into a revision of its own without \"-- transaction: off\".");

    /** Too late in a transaction that has begun, and without effect on the next one. */
    private static final RefusedStatements TRANSACTION_MODE = new RefusedStatements(
            anyOf(
                    "SET( SESSION| LOCAL)? TRANSACTION\\b",
                    "SET( SESSION| LOCAL)? TRANSACTION_(ISOLATION|READ_ONLY|DEFERRABLE)\\b",
                    "SET( SESSION| LOCAL)? SESSION CHARACTERISTICS\\b"),
            "has no effect here: the engine begins the transactions of a revision, and says how they are.",
            "Remove the statement; where rows must not change meanwhile, take a lock with LOCK TABLE.");

    /** The driver closes the connection when the server reports another encoding. */
    private static final RefusedStatements ENCODING = new RefusedStatements(
            anyOf(
                    "SET( SESSION| LOCAL)? CLIENT_ENCODING\\b(?! (TO|=) ('?UTF[-_]?8'?|DEFAULT)$)",
                    "SET( SESSION| LOCAL)? NAMES\\b(?!( '?UTF[-_]?8'?| DEFAULT)?$)"),
            "breaks the session off: the driver talks to the server in UTF8 and in nothing else.",
            "Remove the statement, and save the file in UTF-8.");

    /** The same when dates are written otherwise than in ISO order; which of day and month comes first may be said. */
    private static final RefusedStatements DATE_STYLE = new RefusedStatements(
            anyOf("SET( SESSION| LOCAL)? DATESTYLE\\b(?= .*(SQL|POSTGRES|GERMAN))"),
            "breaks the session off: the driver reads dates in ISO style and in no other.",
            "Remove the statement, and write dates as DATE '2025-12-31', or with to_date and a format.");

    static final List<RefusedStatements> ANYWHERE =
            List.of(TRANSACTION_CONTROL, TRANSACTION_MODE, ENCODING, DATE_STYLE);

    static final List<RefusedStatements> IN_A_TRANSACTION = and(NEEDS_NO_TRANSACTION);

    static final List<RefusedStatements> WITHOUT_A_TRANSACTION = and(NEEDS_TRANSACTION);

    private static List<RefusedStatements> and(RefusedStatements group) {
        return Stream.concat(ANYWHERE.stream(), Stream.of(group)).toList();
    }

    private static Map<String, Pattern> anyOf(String... openings) {
        Map<String, String> alternatives = new TreeMap<>();
        for (String opening : openings) {
            String firstWords = opening.replaceFirst("^([A-Z]+( [A-Z]+)?).*", "$1");
            alternatives.merge(firstWords, opening, (first, second) -> first + "|" + second);
        }
        Map<String, Pattern> patterns = new HashMap<>();
        alternatives.forEach((words, pattern) -> patterns.put(words, Pattern.compile(pattern, Pattern.DOTALL)));
        return Collections.unmodifiableMap(patterns);
    }

    /** Whether PostgreSQL refuses a statement inside a transaction. */
    static boolean needsNoTransaction(StatementShape shape) {
        return NEEDS_NO_TRANSACTION.find(shape, 0).isPresent();
    }

    /** The finding for a statement, if it is one of these. */
    Optional<Finding> find(StatementShape shape, int line) {
        Optional<Finding> finding = find(shape.firstTwoWords(), shape, line);
        return finding.isPresent() ? finding : find(shape.firstWord(), shape, line);
    }

    private Optional<Finding> find(String firstWords, StatementShape shape, int line) {
        Pattern pattern = patterns.get(firstWords);
        if (pattern == null) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(shape.opening());
        return matcher.lookingAt() ? Optional.of(Finding.inScript(line, message(matcher), action)) : Optional.empty();
    }

    private String message(MatchResult match) {
        return "The statement \"" + abbreviated(match.group()) + "\" " + problem;
    }

    /** Names and options between the key words say nothing here. */
    private static String abbreviated(String opening) {
        return opening.replaceFirst("^REINDEX \\( .*CONCURRENTLY$", "REINDEX (CONCURRENTLY)")
                .replaceFirst(" \\((?!CONCURRENTLY\\)).*", "")
                .replaceFirst("(DETACH PARTITION) .* CONCURRENTLY", "$1 … CONCURRENTLY")
                .replaceFirst("(ALTER (?:TABLE|DATABASE|SUBSCRIPTION)) .*? (?=SET|ADD|DROP|REFRESH|DETACH)", "$1 … ");
    }
}
