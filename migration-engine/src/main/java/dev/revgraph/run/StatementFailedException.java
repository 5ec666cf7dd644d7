package dev.revgraph.run;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.diagnose.Diagnosis;
import dev.revgraph.graph.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement of a revision fails; the facts are those that the server gave. */
public final class StatementFailedException extends MigrationException {

    private final transient FailedStatement statement;
    private final transient @Nullable Diagnosis diagnosis;
    private final boolean halfWay;

    StatementFailedException(
            ErrorCode code, String message, String action, FailedStatement statement, @Nullable Throwable cause) {
        this(code, message, action, statement, null, false, cause);
    }

    private StatementFailedException(
            ErrorCode code,
            String message,
            String action,
            FailedStatement statement,
            @Nullable Diagnosis diagnosis,
            boolean halfWay,
            @Nullable Throwable cause) {
        super(code, message, action, List.of(statement.revision()), cause);
        this.statement = statement;
        this.diagnosis = diagnosis;
        this.halfWay = halfWay;
    }

    /** The same failure with its cause. */
    StatementFailedException because(Diagnosis found) {
        return copy(found, halfWay);
    }

    /** The same failure of a statement of which a part stays, see {@link #isHalfWay()}. */
    StatementFailedException halfWay() {
        return copy(diagnosis, true);
    }

    private StatementFailedException copy(@Nullable Diagnosis found, boolean half) {
        StatementFailedException copy =
                new StatementFailedException(code(), getMessage(), action(), statement, found, half, getCause());
        copy.setStackTrace(getStackTrace());
        for (Throwable suppressed : getSuppressed()) {
            copy.addSuppressed(suppressed);
        }
        return copy;
    }

    /**
     * Whether a part of the statement itself may have committed, as that of a procedure with {@code COMMIT}: then somebody
     * has to say whether it is to run again.
     */
    public boolean isHalfWay() {
        return halfWay;
    }

    /** Which statement, where, and what the server said of it. */
    public FailedStatement statement() {
        return statement;
    }

    /** What the database shows of the cause; nothing if it shows none. */
    public Optional<Diagnosis> diagnosis() {
        return Optional.ofNullable(diagnosis);
    }

    @Override
    public String details() {
        return diagnosis == null ? FailureText.of(statement) : FailureText.of(statement) + "\n\n" + diagnosis.text();
    }

    /**
     * A statement that failed.
     *
     * @param revision the revision it belongs to
     * @param direction {@code upgrade} or {@code downgrade}
     * @param origin file and line of the statement, or of the very place in it where the server says so
     * @param number its number among the revision's statements, counted from 1; 0 for Java code, and for the commit
     * @param text the statement itself; {@code null} if it is not known: for the commit, and for Java code that fails
     *     otherwise than with a statement
     * @param position the place in it that the server points at, in characters counted from 1; 0 if none
     * @param sqlState PostgreSQL's code
     * @param reason PostgreSQL's message
     * @param detail PostgreSQL's detail
     * @param hint PostgreSQL's hint
     * @param took how long it ran; zero where that is not known
     */
    public record FailedStatement(
            String revision,
            String direction,
            Origin origin,
            int number,
            @Nullable String text,
            int position,
            @Nullable String sqlState,
            String reason,
            @Nullable String detail,
            @Nullable String hint,
            Duration took) {}
}
