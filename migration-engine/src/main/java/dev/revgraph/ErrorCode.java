package dev.revgraph;

/**
 * What went wrong, as one word that programs may rely on: it appears in the JSON of the command line and of the
 * endpoint, and never changes its meaning.
 */
public enum ErrorCode {
    NO_SUCH_REVISION("no-such-revision"),
    AMBIGUOUS_PREFIX("ambiguous-prefix"),
    MULTIPLE_HEADS("multiple-heads"),
    AMBIGUOUS_TARGET("ambiguous-target"),
    OUT_OF_RANGE("out-of-range"),
    NOT_AN_ANCESTOR("not-an-ancestor"),
    NOT_IN_BRANCH("not-in-branch"),
    CYCLE("cycle"),
    DUPLICATE_REVISION("duplicate-revision"),
    UNKNOWN_PARENT("unknown-parent"),
    UNKNOWN_DEPENDENCY("unknown-dependency"),
    NO_BASE("no-base"),
    BAD_HEADER("bad-header"),
    BAD_SCRIPT("bad-script"),
    MISSING_LOCATION("missing-location"),
    IRREVERSIBLE("irreversible"),
    MODIFIED("modified"),
    MOVED("moved"),
    OUT_OF_ORDER("out-of-order"),
    UNKNOWN_REVISION("unknown-revision"),
    PENDING("pending"),
    OVERLAPPING_TARGETS("overlapping-targets"),
    STATEMENT_FAILED("statement-failed"),
    LOCK_TIMEOUT("lock-timeout"),
    LOCK_UNAVAILABLE("lock-unavailable"),
    CONNECTION("connection"),
    NOT_POSTGRESQL("not-postgresql"),
    PERMISSION_DENIED("permission-denied"),
    LAYOUT_TOO_NEW("layout-too-new"),
    LAYOUT_UNKNOWN("layout-unknown"),
    FOREIGN_OBJECTS("foreign-objects"),
    ADOPTION("adoption"),
    CORRUPT_RECORD("corrupt-record"),
    INTERRUPTED("interrupted"),
    NOTHING_TO_REPAIR("nothing-to-repair"),
    NO_SUCH_DATABASE("no-such-database"),
    CONFIRMATION_REQUIRED("confirmation-required"),
    NOT_A_HEAD("not-a-head"),
    POOR_NAME("poor-name"),
    JAVA_REVISION("java-revision"),
    ALREADY_APPLIED("already-applied"),
    SERVER_VERSION("server-version"),
    CLIENT_VERSION("client-version"),
    INVALID_INDEX("invalid-index"),
    BACKUP_FAILED("backup-failed"),
    BAD_BACKUP("bad-backup"),
    RESTORE_FAILED("restore-failed"),
    DISK_FULL("disk-full"),
    LONG_TRANSACTION("long-transaction"),
    SHADOW_UNAVAILABLE("shadow-unavailable"),
    SHADOW_NOT_EMPTY("shadow-not-empty"),
    BAD_MODEL("bad-model"),
    ROUND_TRIP("round-trip"),
    DRIFT("drift"),
    NOT_READY("not-ready"),
    INTERNAL("internal"),
    USAGE("usage");

    private final String text;

    ErrorCode(String text) {
        this.text = text;
    }

    /** The code as JSON and messages show it, {@code no-such-revision} for instance. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
