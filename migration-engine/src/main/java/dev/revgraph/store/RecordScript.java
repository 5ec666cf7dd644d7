package dev.revgraph.store;

import dev.revgraph.store.SqlLiteral.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements that keep the records, as text for psql: the ones that a run sends, with their values in them. What
 * only the moment knows is asked of the server: who, from where, when, how long. Immutable and thread-safe.
 */
public final class RecordScript {

    /** What a script says in the place of an application's name. */
    private static final Object APPLICATION = "psql";

    private static final Object HOST = new Expression("pg_catalog.host(pg_catalog.inet_client_addr())");

    /** psql has no driver that a pooler could tell something else. */
    private static final Object BACKEND = new Expression("pg_backend_pid()");

    private static final Object NO_VERSION = new Expression("NULL");

    private final String schema;
    private final Object millis;

    /**
     * @param schema the schema as it stands before the dot of a table's name
     * @param millis an SQL expression for the milliseconds that a step has taken
     */
    public RecordScript(String schema, String millis) {
        this.schema = schema;
        this.millis = new Expression(millis);
    }

    /** The number of the layout that the statements here write. */
    public static int layout() {
        return Tables.LAYOUT;
    }

    /** How the comment on the table of revisions begins; the number of the layout follows. */
    public static String layoutComment() {
        return Tables.LAYOUT_COMMENT;
    }

    /** An expression that tries to take the lock of a schema's records, see {@link RevisionStore#lock()}. */
    public static String tryLock(String schemaExpression) {
        return MigrationLock.tryRecords(schemaExpression);
    }

    /** The same for the lock of the work, see {@link RevisionStore#workLock()}. */
    public static String tryWorkLock(String schemaExpression) {
        return MigrationLock.tryWork(schemaExpression);
    }

    public String createSchema() {
        return Tables.sql(Tables.CREATE_SCHEMA, schema);
    }

    public String createTables() {
        return Tables.sql(Tables.CREATE, schema).strip();
    }

    /** Returns one row, or none if a record is there already; so do the others, unless they say otherwise. */
    public String insert(RevisionRecord revision, int statements, HistoryLine line) {
        return change("", RecordWriter.INSERT + RecordWriter.UNLESS_THERE, inserted(revision, statements), line);
    }

    /** A repeatable script ran, for the first time or again. */
    public String repeat(RevisionRecord revision, int statements, HistoryLine line) {
        return change("", RecordWriter.INSERT + RecordWriter.ON_REPEAT, inserted(revision, statements), line);
    }

    public String delete(String revision, boolean running, HistoryLine line) {
        List<Object> values = List.of(revision, running ? "running" : "applied");
        return change(RecordWriter.FORGET_REPEATABLES, RecordWriter.DELETE, values, line);
    }

    public String beginUpgrade(RevisionRecord revision) {
        return returning(
                ProgressWriter.BEGIN_UPGRADE, ProgressWriter.beginning(revision, APPLICATION, NO_VERSION, BACKEND));
    }

    public String beginDowngrade(String revision) {
        return returning(ProgressWriter.BEGIN_DOWNGRADE, List.of(BACKEND, revision));
    }

    /** Says that some statements have committed and which one is about to begin. */
    public String step(String revision, int finished, String statement) {
        return returning(ProgressWriter.STEP, List.of(finished, finished + 1, statement, BACKEND, revision));
    }

    /** Counts one more statement as committed. */
    public String finish(String revision, int finished) {
        return returning(ProgressWriter.FINISH, List.of(finished + 1, finished + 1, BACKEND, revision, finished));
    }

    /** A query for the transactions that the session has begun, and for its process, see {@link TransactionsBegun}. */
    public static String transactionsBegun() {
        return TransactionsBegun.QUERY.strip();
    }

    /** Says that the script ends here and anybody may go on. */
    public String release(String revision, int finished, Remains remains) {
        return returning(ProgressWriter.RELEASE, ProgressWriter.released(revision, finished, remains));
    }

    public String finishUpgrade(String revision, int statements, HistoryLine line) {
        return change("", ProgressWriter.FINISH_UPGRADE, List.of(statements, statements, millis, revision), line);
    }

    /** A query for whether a repeatable script has to run: {@code true} unless it is recorded with this text. */
    public String isChanged(RevisionRecord repeatable) {
        return Tables.sql("SELECT NOT EXISTS (SELECT FROM {revision} WHERE id = ", schema)
                + SqlLiteral.of(repeatable.id()) + " AND upgrade_checksum = "
                + SqlLiteral.of(String.valueOf(repeatable.upgradeChecksum())) + ")";
    }

    private List<Object> inserted(RevisionRecord revision, int statements) {
        return RecordWriter.insertion(revision, statements, millis, APPLICATION, NO_VERSION);
    }

    private String change(String beside, String change, List<Object> values, HistoryLine line) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(RecordWriter.arguments(line, millis, HOST, APPLICATION, NO_VERSION));
        return SqlLiteral.inlined(Tables.sql(RecordWriter.logged(beside, change), schema), all)
                .strip();
    }

    private String returning(String change, List<Object> values) {
        return SqlLiteral.inlined(Tables.sql(change.stripTrailing() + " RETURNING id", schema), values)
                .strip();
    }
}
